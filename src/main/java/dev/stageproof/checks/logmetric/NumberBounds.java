package dev.stageproof.checks.logmetric;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.observe.LogReadObservation.Distribution;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What the numbers of a log have to come to. */
@Doc(
    "What the numbers have to come to; each bound is an assertion of its own. Percentiles are by"
        + " nearest rank over all numbers.")
public record NumberBounds(
    @Doc(value = "The smallest number.", example = "{min: 1}") Optional<NumberRange> min,
    @Doc(value = "The greatest number.", example = "{max: 25}") Optional<NumberRange> max,
    @Doc(value = "The mean.", example = "{max: 22}") Optional<NumberRange> mean,
    @Doc(value = "The median.", example = "{max: 21}") Optional<NumberRange> p50,
    @Doc(value = "The 90th percentile.", example = "{max: 23}") Optional<NumberRange> p90,
    @Doc(value = "The 95th percentile.", example = "{max: 24}") Optional<NumberRange> p95,
    @Doc(value = "The 99th percentile.", example = "{max: 25}") Optional<NumberRange> p99,
    @Doc(value = "How many entries name a number.", example = "{min: 10}")
        Optional<NumberRange> count) {

  public NumberBounds {
    if (Stream.of(min, max, mean, p50, p90, p95, p99, count).allMatch(Optional::isEmpty)) {
      throw new InvalidSetting("", "give at least one bound, such as `max: {max: 25}`");
    }
  }

  /** Every value, in the order of a table; only the count is known when no number was seen. */
  List<Measure> measures(Optional<Distribution> seen, Quantity quantity) {
    return List.of(
        new Measure(
            "count",
            Optional.of(seen.map(values -> (double) values.count()).orElse(0.0)),
            Trend.RISING,
            Quantity.COUNT,
            count.map(range -> range.in(Quantity.COUNT))),
        measure("min", seen, Distribution::min, Trend.FALLING, quantity, min),
        measure("max", seen, Distribution::max, Trend.RISING, quantity, max),
        measure("mean", seen, Distribution::mean, Trend.OPEN, quantity, mean),
        measure("p50", seen, Distribution::p50, Trend.OPEN, quantity, p50),
        measure("p90", seen, Distribution::p90, Trend.OPEN, quantity, p90),
        measure("p95", seen, Distribution::p95, Trend.OPEN, quantity, p95),
        measure("p99", seen, Distribution::p99, Trend.OPEN, quantity, p99));
  }

  private static Measure measure(
      String name,
      Optional<Distribution> seen,
      ToDoubleFunction<Distribution> value,
      Trend trend,
      Quantity quantity,
      Optional<NumberRange> bound) {
    return new Measure(
        name,
        seen.map(value::applyAsDouble),
        trend,
        quantity,
        bound.map(range -> range.in(quantity)));
  }
}
