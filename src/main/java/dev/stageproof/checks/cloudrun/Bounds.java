package dev.stageproof.checks.cloudrun;

import dev.stageproof.model.InvalidSetting;
import java.util.Optional;
import java.util.function.Function;

/**
 * A lower and an upper bound, both included, at least one of them given.
 *
 * @param <T> what is bounded
 */
record Bounds<T extends Comparable<T>>(Optional<T> min, Optional<T> max) {

  /**
   * @throws InvalidSetting when there is no bound or the bounds are upside down
   */
  static <T extends Comparable<T>> void check(Optional<T> min, Optional<T> max) {
    if (min.isEmpty() && max.isEmpty()) {
      throw new InvalidSetting("", "give `min`, `max` or both");
    }
    if (min.isPresent() && max.isPresent() && min.get().compareTo(max.get()) > 0) {
      throw new InvalidSetting("max", "`max` is below `min`");
    }
  }

  boolean contain(T value) {
    return min.map(least -> value.compareTo(least) >= 0).orElse(true)
        && max.map(most -> value.compareTo(most) <= 0).orElse(true);
  }

  /** The bounds as an expectation in words. */
  String words(Function<T, String> text) {
    if (min.isPresent() && max.isPresent()) {
      return text.apply(min.get()) + " to " + text.apply(max.get());
    }
    return min.map(least -> "at least " + text.apply(least))
        .or(() -> max.map(most -> "at most " + text.apply(most)))
        .orElseThrow();
  }
}
