package dev.stageproof.checks.logpattern;

import java.util.Optional;

/**
 * How many hits are expected, both bounds included.
 *
 * @param min 0 or more
 * @param max empty when there may be any number
 */
record HitBounds(int min, Optional<Integer> max) {

  boolean tooMany(long hits) {
    return max.isPresent() && hits > max.get();
  }

  boolean tooFew(long hits) {
    return hits < min;
  }

  boolean contain(long hits) {
    return !tooMany(hits) && !tooFew(hits);
  }

  /** The expectation in words. */
  String words() {
    if (max.isEmpty()) {
      return "at least " + min;
    }
    if (max.get() == 0) {
      return "none";
    }
    if (max.get() == min) {
      return "exactly " + min;
    }
    return min == 0 ? "at most " + max.get() : min + " to " + max.get();
  }
}
