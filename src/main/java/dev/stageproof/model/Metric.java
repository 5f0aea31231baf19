package dev.stageproof.model;

import java.util.Optional;

/**
 * A named measured value.
 *
 * @param name what was measured: "latency p95"
 * @param value the number, in {@code unit}
 * @param bound the bound it was held against, in words: "at most 1 s"; empty when only reported
 * @param outcome PASS or FAIL against the bound; empty when there is no bound
 */
public record Metric(
    @Doc("What was measured.") String name,
    @Doc("The number, in the unit named beside it.") double value,
    @Doc("The unit of the value.") Unit unit,
    @Doc("The bound in words.") Optional<String> bound,
    @Doc("The value against its bound.") Optional<Outcome> outcome) {

  /** A value that is reported without a bound. */
  public static Metric measured(String name, double value, Unit unit) {
    return new Metric(name, value, unit, Optional.empty(), Optional.empty());
  }

  /** A value that is held against a bound. */
  public static Metric bounded(
      String name, double value, Unit unit, String bound, boolean withinBound) {
    Outcome outcome = withinBound ? Outcome.PASS : Outcome.FAIL;
    return new Metric(name, value, unit, Optional.of(bound), Optional.of(outcome));
  }
}
