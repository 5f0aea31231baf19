package dev.stageproof.checks.http;

import dev.stageproof.checks.requests.Latencies;
import dev.stageproof.checks.requests.LatencyExpectation;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.HttpObservation.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values that answers are measured by, whether a bound was given or not. */
final class Measured {
  private static final double NANOS_PER_MILLI = 1_000_000.0;

  private Measured() {}

  static List<Metric> of(Expect expect, List<Sample> samples) {
    List<Metric> metrics = new ArrayList<>(latency(expect.latency(), latencies(samples)));
    Duration firstByte =
        Latencies.of(samples.stream().map(sample -> sample.phases().firstByte()).toList()).median();
    metrics.add(time("time to first byte", firstByte, Optional.empty()));
    samples.stream()
        .flatMap(sample -> daysLeft(sample).stream())
        .mapToDouble(days -> days)
        .min()
        .ifPresent(days -> metrics.add(certificate(expect.certificate(), days)));
    return metrics;
  }

  /** From the start of each request to the last byte of its answer. */
  static Latencies latencies(List<Sample> samples) {
    return Latencies.of(samples.stream().map(sample -> sample.phases().total()).toList());
  }

  private static List<Metric> latency(LatencyExpectation bounds, Latencies seen) {
    if (seen.count() == 1 && bounds.p95().isEmpty()) {
      return List.of(time("latency", seen.max(), bounds.max()));
    }
    return List.of(
        time("latency median", seen.median(), Optional.empty()),
        time("latency p95", seen.p95(), bounds.p95()),
        time("latency max", seen.max(), bounds.max()));
  }

  private static Metric time(String name, Duration length, Optional<Duration> bound) {
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

  private static Optional<Long> daysLeft(Sample sample) {
    return sample
        .certificate()
        .map(certificate -> CertificateExpectation.daysLeft(sample, certificate));
  }

  private static Metric certificate(Optional<CertificateExpectation> bound, double days) {
    String name = "certificate days left";
    return bound
        .map(
            least ->
                Metric.bounded(
                    name, days, Unit.DAYS, "at least " + least.minDays(), days >= least.minDays()))
        .orElseGet(() -> Metric.measured(name, days, Unit.DAYS));
  }
}
