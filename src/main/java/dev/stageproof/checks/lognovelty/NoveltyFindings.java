package dev.stageproof.checks.lognovelty;

import dev.stageproof.checks.logs.LogMetrics;
import dev.stageproof.checks.logs.LogReading;
import dev.stageproof.checks.logs.SeenLog;
import dev.stageproof.checks.logs.Texts;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.LogFindings;
import dev.stageproof.model.LogFindings.Change;
import dev.stageproof.model.LogFindings.Comparison;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Line;
import dev.stageproof.observe.LogReadObservation.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the report tells of the signatures of two logs.
 *
 * @param whole whether the log under test was read whole, so that what it does not show is gone
 */
record NoveltyFindings(
    LogNoveltySettings settings, LogReading reading, Signatures signatures, boolean whole) {

  /** How many signatures are listed; the new ones come first. */
  private static final int LISTED = 20;

  static NoveltyFindings of(
      LogNoveltySettings settings, LogReading reading, Signatures signatures) {
    boolean whole = reading.rules().nothingMissing() && !reading.seen().signaturesCut();
    return new NoveltyFindings(settings, reading, signatures, whole);
  }

  /** Without a baseline there are no changes to tell. */
  String headline() {
    return reading
        .baseline()
        .map(log -> changes() + " against " + log.source() + "; ")
        .orElse("")
        .concat(reading.denominator());
  }

  private String changes() {
    String seen =
        Texts.number(signatures.fresh().size())
            + " new, "
            + Texts.number(signatures.known().size())
            + " known";
    return whole ? seen + ", " + Texts.number(signatures.gone().size()) + " gone" : seen;
  }

  /** Without a baseline there is no number of new ones to report. */
  List<Metric> metrics(Assertion about) {
    if (reading.baseline().isEmpty()) {
      return List.of();
    }
    List<Metric> metrics = new ArrayList<>();
    double fresh = (double) signatures.fresh().size();
    metrics.add(LogMetrics.of(NoveltyRule.WHAT, fresh, Unit.COUNT, about));
    metrics.add(count("known signatures", signatures.known()));
    if (whole) {
      metrics.add(count("gone signatures", signatures.gone()));
    }
    return metrics;
  }

  private static Metric count(String name, List<Signature> signatures) {
    return Metric.measured(name, (double) signatures.size(), Unit.COUNT);
  }

  /** The new ones that matter most. */
  List<Line> excerpts() {
    return signatures.fresh().stream()
        .limit(LogReadObservation.EXCERPT_LIMIT)
        .map(Signature::example)
        .toList();
  }

  /** How many entries have a signature, before and after. */
  Optional<Comparison> comparison() {
    return reading
        .baseline()
        .map(
            before ->
                new Comparison(
                    "entries at " + settings.atLeast() + " or above",
                    before.side(entries(before)),
                    reading.tested().side(entries(reading.tested())),
                    Optional.empty()));
  }

  private long entries(SeenLog log) {
    return Signatures.of(settings, log).stream().mapToLong(Signature::count).sum();
  }

  /** The signatures that matter most, each with the log that has it. */
  List<LogFindings.Signature> listed() {
    return reading.baseline().stream()
        .flatMap(before -> signatures.all(whole).map(it -> found(it, before)))
        .limit(LISTED)
        .toList();
  }

  private LogFindings.Signature found(Signatures.Changed it, SeenLog before) {
    Signature signature = it.signature();
    SeenLog log = it.change() == Change.GONE ? before : reading.tested();
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
