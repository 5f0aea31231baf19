package dev.stageproof.checks.logmetric;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.observe.LogReadObservation.Distribution;
import dev.stageproof.observe.LogReadObservation.Served;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What the request log has to say of the requests that were served. */
@Doc(
    "What the request log has to say of the requests that the revision served for others than"
        + " stageproof; each bound is an assertion of its own. Percentiles are by nearest rank.")
public record RequestBounds(
    @Doc(value = "How many requests.", example = "{min: 20}") Optional<NumberRange> count,
    @Doc(
            value = "The share that was answered with a status of 500 or above.",
            example = "{max: 1%}")
        Optional<PercentRange> errorRate,
    @Doc(value = "The median latency.", example = "{max: 100ms}")
        Optional<DurationRange> latencyP50,
    @Doc(value = "The 95th percentile of the latency.", example = "{max: 300ms}")
        Optional<DurationRange> latencyP95,
    @Doc(value = "The 99th percentile of the latency.", example = "{max: 1s}")
        Optional<DurationRange> latencyP99) {

  private static final String SERVER_ERRORS = "5xx";
  private static final double WHOLE = 100;

  public RequestBounds {
    if (Stream.of(count, errorRate, latencyP50, latencyP95, latencyP99)
        .allMatch(Optional::isEmpty)) {
      throw new InvalidSetting("", "give at least one bound, such as `error-rate: {max: 1%}`");
    }
  }

  /** Every value, in the order of a table; only the count is known when none was served. */
  List<Measure> measures(Optional<Served> served) {
    Optional<Served> some = served.filter(requests -> requests.count() > 0);
    Optional<Distribution> latency = some.flatMap(Served::latency);
    return List.of(
        new Measure(
            "requests",
            Optional.of(some.map(requests -> (double) requests.count()).orElse(0.0)),
            Trend.RISING,
            Quantity.COUNT,
            count.map(range -> range.in(Quantity.COUNT))),
        new Measure(
            "error rate",
            some.map(RequestBounds::errorRate),
            Trend.OPEN,
            Quantity.PERCENT,
            errorRate.map(PercentRange::limits)),
        measure("latency p50", latency, Distribution::p50, latencyP50),
        measure("latency p95", latency, Distribution::p95, latencyP95),
        measure("latency p99", latency, Distribution::p99, latencyP99));
  }

  private static double errorRate(Served served) {
    return WHOLE * served.byStatusClass().getOrDefault(SERVER_ERRORS, 0L) / served.count();
  }

  private static Measure measure(
      String name,
      Optional<Distribution> seen,
      ToDoubleFunction<Distribution> value,
      Optional<DurationRange> bound) {
    return new Measure(
        name,
        seen.map(value::applyAsDouble),
        Trend.OPEN,
        Quantity.MILLISECONDS,
        bound.map(DurationRange::limits));
  }
}
