package dev.stageproof.checks.cloudrun;

import dev.stageproof.checks.cloudrun.CloudRunSettings.Expect;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the Admin API tells in numbers. */
final class DeploymentMetrics {
  private static final double THOUSANDTHS = 1000;

  private DeploymentMetrics() {}

  static List<Metric> of(Expect expect, int least, DeploymentObservation seen, Instant now) {
    Revision revision = seen.revision();
    Map<String, String> limits = revision.container().limits();
    List<Metric> metrics = new ArrayList<>();
    metrics.add(traffic(least, seen));
    metrics.add(age(expect, Duration.between(revision.createdAt(), now)));
    DataSize.ofLimit(limits.getOrDefault("memory", ""))
        .ifPresent(
            size -> metrics.add(measured("memory limit", (double) size.bytes(), Unit.BYTES)));
    CpuAmount.ofLimit(limits.getOrDefault("cpu", ""))
        .ifPresent(
            cpu -> metrics.add(measured("cpu limit", cpu.thousandths() / THOUSANDTHS, Unit.COUNT)));
    metrics.add(measured("min instances", revision.minInstances(), Unit.COUNT));
    ifSet("max instances", revision.maxInstances(), metrics);
    ifSet("concurrency", revision.concurrency(), metrics);
    metrics.add(measured("environment variables", revision.container().env().size(), Unit.COUNT));
    return metrics;
  }

  /** A share that nothing is expected of has no bound. */
  private static Metric traffic(int least, DeploymentObservation seen) {
    int share = TrafficShare.of(seen);
    boolean enough = share >= least;
    return least > 0 && (enough || !seen.service().reconciling())
        ? Metric.bounded("traffic share", share, Unit.PERCENT, "at least " + least + " %", enough)
        : measured("traffic share", share, Unit.PERCENT);
  }

  private static Metric age(Expect expect, Duration age) {
    return expect
        .age()
        .map(bounds -> new Bounds<>(bounds.min(), bounds.max()))
        .map(
            bounds ->
                Metric.bounded(
                    "age",
                    (double) age.toSeconds(),
                    Unit.SECONDS,
                    bounds.words(Ages::words),
                    bounds.contain(age)))
        .orElseGet(() -> measured("age", (double) age.toSeconds(), Unit.SECONDS));
  }

  private static void ifSet(String name, int number, List<Metric> metrics) {
    if (number > 0) {
      metrics.add(measured(name, number, Unit.COUNT));
    }
  }

  private static Metric measured(String name, double value, Unit unit) {
    return Metric.measured(name, value, unit);
  }
}
