package dev.stageproof.checks.logpattern;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Hits;
import java.util.List;

/** What was counted. */
final class LogMetrics {
  private LogMetrics() {}

  /**
   * @param comparison the assertion about the hits; an open one holds nothing against a bound
   */
  static List<Metric> of(Hits hits, LogReadObservation seen, Assertion comparison) {
    return List.of(
        hits(hits, comparison),
        measured("entries read", seen.entries(), Unit.COUNT),
        measured("requests served", seen.requests(), Unit.COUNT),
        measured("wait for ingestion", seen.watermark().waited().toMillis(), Unit.MILLISECONDS));
  }

  private static Metric hits(Hits hits, Assertion comparison) {
    return comparison.outcome().settled()
        ? Metric.bounded(
            comparison.what(),
            (double) hits.count(),
            Unit.COUNT,
            comparison.expected(),
            comparison.outcome() == Outcome.PASS)
        : measured(comparison.what(), hits.count(), Unit.COUNT);
  }

  private static Metric measured(String name, long value, Unit unit) {
    return Metric.measured(name, (double) value, unit);
  }
}
