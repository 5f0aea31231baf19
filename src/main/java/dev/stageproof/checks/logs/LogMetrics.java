package dev.stageproof.checks.logs;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What was measured. */
public final class LogMetrics {
  private LogMetrics() {}

  /** A value beside the assertion about it; an open one holds nothing against a bound. */
  public static Metric of(String name, double value, Unit unit, Assertion about) {
    return about.outcome().settled()
        ? Metric.bounded(name, value, unit, about.expected(), about.outcome() == Outcome.PASS)
        : Metric.measured(name, value, unit);
  }

  /** The amounts that every read tells; an export tells nothing of ingestion. */
  static List<Metric> ofRead(LogReadObservation seen, boolean live) {
    List<Metric> metrics = new ArrayList<>();
    metrics.add(Metric.measured("entries read", (double) seen.entries(), Unit.COUNT));
    metrics.add(Metric.measured("requests served", (double) seen.requests(), Unit.COUNT));
    if (live) {
      metrics.add(length("wait for ingestion", seen.watermark().waited()));
      seen.watermark()
          .mark()
          .flatMap(Mark::lag)
          .ifPresent(lag -> metrics.add(length("ingestion lag", lag)));
    }
    return metrics;
  }

  private static Metric length(String name, Duration length) {
    return Metric.measured(name, (double) length.toMillis(), Unit.MILLISECONDS);
  }
}
