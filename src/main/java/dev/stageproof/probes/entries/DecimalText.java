package dev.stageproof.probes.entries;

import java.util.OptionalDouble;

/**
 * Reads decimal numbers: "19", "-0.5", "1e3". Java's own reader takes "NaN", "1f" and " 1 " as
 * well, which are no numbers in a log.
 */
final class DecimalText {

  /** Beyond it sums might overflow; no log means such a number. */
  private static final double LARGEST = 1e300;

  /** A double's shortest form needs 24 characters; anything much longer is no measurement. */
  private static final int LONGEST = 64;

  private DecimalText() {}

  static OptionalDouble value(String text) {
    if (text.isEmpty() || text.length() > LONGEST || !decimal(text)) {
      return OptionalDouble.empty();
    }
    try {
      double value = Double.parseDouble(text);
      return Math.abs(value) <= LARGEST ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static boolean decimal(String text) {
    return text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
  }
}
