package dev.stageproof.checks.requests;

import dev.stageproof.model.Metric;
import dev.stageproof.model.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The measured lengths of time, whether a bound was given or not. */
public final class LatencyMetrics {
  private static final double NANOS_PER_MILLI = 1_000_000.0;

  private LatencyMetrics() {}

  /** One value for one answer; median, 95th percentile and slowest of several. */
  public static List<Metric> of(LatencyExpectation bounds, Latencies seen) {
    if (seen.count() == 1 && bounds.p95().isEmpty()) {
      return List.of(of("latency", seen.max(), bounds.max()));
    }
    return List.of(
        of("latency median", seen.median(), Optional.empty()),
        of("latency p95", seen.p95(), bounds.p95()),
        of("latency max", seen.max(), bounds.max()));
  }

  /** One length of time, with the longest that it may be. */
  public static Metric of(String name, Duration length, Optional<Duration> bound) {
    double value = length.toNanos() / NANOS_PER_MILLI;
    return bound
        .map(
            most ->
                Metric.bounded(
                    name,
                    value,
                    Unit.MILLISECONDS,
                    LatencyExpectation.atMost(most),
                    LatencyExpectation.within(length, most)))
        .orElseGet(() -> Metric.measured(name, value, Unit.MILLISECONDS));
  }
}
