package dev.stageproof.checks.logmetric;

import java.util.Optional;

/**
 * The bounds of a value, both included.
 *
 * @param min empty when any small value will do
 * @param max empty when any great value will do
 */
record Limits(Optional<Double> min, Optional<Double> max, Quantity quantity) {

  boolean contain(double value) {
    return !above(value) && !below(value);
  }

  boolean above(double value) {
    return max.isPresent() && value > max.get();
  }

  boolean below(double value) {
    return min.isPresent() && value < min.get();
  }

  /** "at most 25 connections". */
  String words() {
    if (min.isEmpty()) {
      return "at most " + quantity.exactly(max.orElseThrow());
    }
    if (max.isEmpty()) {
      return "at least " + quantity.exactly(min.get());
    }
    return min.equals(max)
        ? "exactly " + quantity.exactly(min.get())
        : quantity.range(min.get(), max.get());
  }
}
