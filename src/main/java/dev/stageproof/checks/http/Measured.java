package dev.stageproof.checks.http;

import dev.stageproof.checks.requests.Latencies;
import dev.stageproof.checks.requests.LatencyMetrics;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.HttpObservation.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The values that answers are measured by, whether a bound was given or not. */
final class Measured {
  private Measured() {}

  static List<Metric> of(Expect expect, List<Sample> samples) {
    List<Metric> metrics = new ArrayList<>(LatencyMetrics.of(expect.latency(), latencies(samples)));
    Duration firstByte =
        Latencies.of(samples.stream().map(sample -> sample.phases().firstByte()).toList()).median();
    metrics.add(LatencyMetrics.of("time to first byte", firstByte, Optional.empty()));
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
