package dev.stageproof.checks.logmetric;

import dev.stageproof.checks.logs.Headlines;
import dev.stageproof.checks.logs.LogReading;
import dev.stageproof.checks.logs.Statement;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.LogFindings.Comparison;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Measures by what the log of the revision under test says. */
public final class LogMetricCheck implements CheckType<LogMetricSettings> {

  @Override
  public String name() {
    return "log-metric";
  }

  @Override
  public String title() {
    return "Log metric";
  }

  @Override
  public Section section() {
    return Section.LOGS;
  }

  @Override
  public Class<LogMetricSettings> settingsType() {
    return LogMetricSettings.class;
  }

  @Override
  public Duration timeout(LogMetricSettings settings) {
    return settings.read().timeout();
  }

  @Override
  public CheckPlan plan(LogMetricSettings settings, CheckContext context) {
    return settings.look().plan(context);
  }

  @Override
  public Evaluation evaluate(
      LogMetricSettings settings, CheckContext context, Observations observations) {
    LogReading reading = settings.look().reading(context, observations);
    Sample sample = new Sample(settings, reading.tested());
    List<Measure> measures = sample.measures();
    List<Statement> statements =
        measures.stream()
            .flatMap(one -> one.statement(sample.somethingSeen(), sample.readable()).stream())
            .toList();
    List<Assertion> assertions = reading.rules().settle(statements);
    Optional<Sample> before = reading.baseline().map(log -> new Sample(settings, log));
    return reading.evaluation(
        headline(sample, reading, before)
            + Headlines.open(assertions.subList(statements.size(), assertions.size())),
        assertions,
        measures.stream().flatMap(one -> one.metric(assertions).stream()).toList(),
        sample.first().stream().toList(),
        before.map(other -> comparison(other, sample)).stream().toList(),
        List.of());
  }

  private static String headline(Sample sample, LogReading reading, Optional<Sample> before) {
    String values =
        sample.measures().stream()
            .filter(measure -> measure.limits().isPresent())
            .map(Measure::words)
            .collect(Collectors.joining(", "));
    String baseline =
        before
            .map(other -> "; " + other.log().source() + ": " + other.sizeInWords())
            .orElseGet(() -> Headlines.missing(reading));
    return values + "; " + sample.sizeInWords() + " in " + reading.denominator() + baseline;
  }

  private static Comparison comparison(Sample before, Sample after) {
    return new Comparison(
        after.what(),
        before.log().side(before.size()),
        after.log().side(after.size()),
        Optional.empty());
  }
}
