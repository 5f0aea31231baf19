package dev.stageproof.checks.lognovelty;

import dev.stageproof.checks.logs.Headlines;
import dev.stageproof.checks.logs.LogMetrics;
import dev.stageproof.checks.logs.LogReading;
import dev.stageproof.checks.logs.SeenLog;
import dev.stageproof.checks.logs.Texts;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.LogFindings;
import dev.stageproof.model.LogFindings.Change;
import dev.stageproof.model.LogFindings.Comparison;
import dev.stageproof.model.Metric;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Line;
import dev.stageproof.observe.LogReadObservation.Signature;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what the log of the revision under test says with what a log before it said. */
public final class LogNoveltyCheck implements CheckType<LogNoveltySettings> {

  /** How many signatures are listed; the new ones come first. */
  private static final int LISTED = 20;

  @Override
  public String name() {
    return "log-novelty";
  }

  @Override
  public String title() {
    return "Log novelty";
  }

  @Override
  public Section section() {
    return Section.LOGS;
  }

  @Override
  public Class<LogNoveltySettings> settingsType() {
    return LogNoveltySettings.class;
  }

  @Override
  public Duration timeout(LogNoveltySettings settings) {
    return settings.read().timeout();
  }

  @Override
  public CheckPlan plan(LogNoveltySettings settings, CheckContext context) {
    return settings.look().plan(context);
  }

  @Override
  public Evaluation evaluate(
      LogNoveltySettings settings, CheckContext context, Observations observations) {
    LogReading reading = settings.look().reading(context, observations);
    Signatures signatures = Signatures.of(settings, reading);
    List<Assertion> assertions =
        reading.rules().settle(List.of(new NoveltyRule(settings, reading, signatures).statement()));
    boolean whole = reading.rules().nothingMissing() && !reading.seen().signaturesCut();
    return reading.evaluation(
        headline(signatures, reading, whole)
            + Headlines.open(assertions.subList(1, assertions.size())),
        assertions,
        metrics(signatures, reading, assertions.get(0), whole),
        excerpts(signatures),
        comparison(settings, reading).stream().toList(),
        listed(signatures, reading, whole));
  }

  private static String headline(Signatures signatures, LogReading reading, boolean whole) {
    return reading
        .baseline()
        .map(log -> changes(signatures, whole) + " against " + log.source() + "; ")
        .orElse("")
        .concat(reading.denominator());
  }

  private static String changes(Signatures signatures, boolean whole) {
    String seen =
        Texts.number(signatures.fresh().size())
            + " new, "
            + Texts.number(signatures.known().size())
            + " known";
    return whole ? seen + ", " + Texts.number(signatures.gone().size()) + " gone" : seen;
  }

  /** Without a baseline there is no number of new ones to report. */
  private static List<Metric> metrics(
      Signatures signatures, LogReading reading, Assertion about, boolean whole) {
    if (reading.baseline().isEmpty()) {
      return List.of();
    }
    List<Metric> metrics = new ArrayList<>();
    metrics.add(
        LogMetrics.of(NoveltyRule.WHAT, (double) signatures.fresh().size(), Unit.COUNT, about));
    metrics.add(count("known signatures", signatures.known()));
    if (whole) {
      metrics.add(count("gone signatures", signatures.gone()));
    }
    return metrics;
  }

  private static Metric count(String name, List<Signature> signatures) {
    return Metric.measured(name, (double) signatures.size(), Unit.COUNT);
  }

  private static List<Line> excerpts(Signatures signatures) {
    return signatures.fresh().stream()
        .limit(LogReadObservation.EXCERPT_LIMIT)
        .map(Signature::example)
        .toList();
  }

  private static Optional<Comparison> comparison(LogNoveltySettings settings, LogReading reading) {
    return reading
        .baseline()
        .map(
            before ->
                new Comparison(
                    "entries at " + settings.atLeast() + " or above",
                    before.side(entries(settings, before)),
                    reading.tested().side(entries(settings, reading.tested())),
                    Optional.empty()));
  }

  private static long entries(LogNoveltySettings settings, SeenLog log) {
    return Signatures.of(settings, log).stream().mapToLong(Signature::count).sum();
  }

  private static List<LogFindings.Signature> listed(
      Signatures signatures, LogReading reading, boolean whole) {
    return reading.baseline().stream()
        .flatMap(
            before ->
                signatures
                    .all(whole)
                    .map(it -> found(it, it.change() == Change.GONE ? before : reading.tested())))
        .limit(LISTED)
        .toList();
  }

  private static LogFindings.Signature found(Signatures.Changed it, SeenLog log) {
    Signature signature = it.signature();
    long requests = log.seen().requests();
    return new LogFindings.Signature(
        signature.text(),
        signature.severity().name(),
        signature.count(),
        requests == 0 ? Optional.empty() : Optional.of((double) signature.count() / requests),
        signature.firstAt(),
        LogReading.excerpt(signature.example()),
        it.change());
  }
}
