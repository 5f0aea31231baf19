package dev.stageproof.checks.logpattern;

import dev.stageproof.checks.logs.LogMetrics;
import dev.stageproof.checks.logs.LogReading;
import dev.stageproof.checks.logs.Statement;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Metric;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.Unit;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for a pattern in the log of the revision under test. */
public final class LogPatternCheck implements CheckType<LogPatternSettings> {

  @Override
  public String name() {
    return "log-pattern";
  }

  @Override
  public String title() {
    return "Log pattern";
  }

  @Override
  public Section section() {
    return Section.LOGS;
  }

  @Override
  public Class<LogPatternSettings> settingsType() {
    return LogPatternSettings.class;
  }

  @Override
  public Duration timeout(LogPatternSettings settings) {
    return settings.read().timeout();
  }

  @Override
  public CheckPlan plan(LogPatternSettings settings, CheckContext context) {
    return settings.look().plan(context);
  }

  @Override
  public Evaluation evaluate(
      LogPatternSettings settings, CheckContext context, Observations observations) {
    LogReading reading = settings.look().reading(context, observations);
    Hit hit = Hit.of(settings.matcher(), reading);
    List<Statement> statements = statements(settings, reading, hit);
    List<Assertion> assertions = reading.rules().settle(statements);
    Optional<Assertion> change = named(assertions, ChangeRule.WHAT);
    return reading.evaluation(
        new Headline(reading, hit).of(assertions, statements.size()),
        assertions,
        List.of(metric(hit, named(assertions, HitRule.WHAT))),
        reading.seen().hitsOf(settings.matcher()).first(),
        new ChangeRule(reading, hit)
            .comparison(settings.matcher().pattern(), change).stream().toList(),
        List.of());
  }

  private static List<Statement> statements(
      LogPatternSettings settings, LogReading reading, Hit hit) {
    List<Statement> statements = new ArrayList<>();
    settings
        .bounds()
        .map(bounds -> new HitRule(bounds, reading, hit))
        .ifPresent(rule -> statements.add(rule.statement(settings.seenIn().isPresent())));
    if (settings.noMoreThanBaseline()) {
      statements.add(new ChangeRule(reading, hit).statement());
    }
    return statements;
  }

  private static Metric metric(Hit hit, Optional<Assertion> about) {
    double count = (double) hit.after();
    return about
        .map(assertion -> LogMetrics.of(HitRule.WHAT, count, Unit.COUNT, assertion))
        .orElseGet(() -> Metric.measured(HitRule.WHAT, count, Unit.COUNT));
  }

  private static Optional<Assertion> named(List<Assertion> assertions, String what) {
    return assertions.stream().filter(assertion -> assertion.what().equals(what)).findFirst();
  }
}
