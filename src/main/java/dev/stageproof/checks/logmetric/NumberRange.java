package dev.stageproof.checks.logmetric;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import java.util.Optional;

/** A range of numbers. */
@Doc("A range of numbers, both bounds included.")
public record NumberRange(
    @Doc(value = "The lowest number.", example = "1") Optional<Double> min,
    @Doc(value = "The highest number.", example = "25") Optional<Double> max) {

  public NumberRange {
    requireOrder(min, max);
  }

  /** Refuses a range that holds everything or nothing. */
  static <T extends Comparable<T>> void requireOrder(Optional<T> min, Optional<T> max) {
    if (min.isEmpty() && max.isEmpty()) {
      throw new InvalidSetting("", "give `min`, `max` or both");
    }
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      throw new InvalidSetting("max", "`max` is below `min`");
    }
  }

  Limits in(Quantity quantity) {
    return new Limits(min, max, quantity);
  }
}
