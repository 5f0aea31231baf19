package dev.stageproof.checks.cloudrun;

import java.time.Duration;

/** Writes a length of time as a reader says it. */
final class Ages {
  private Ages() {}

  /** The two largest units that are not zero: "2 d 3 h", "21 min", "2 min 29 s". */
  static String words(Duration length) {
    if (length.isNegative()) {
      return "-" + words(length.negated());
    }
    if (length.toDays() > 0) {
      return pair(length.toDays(), "d", length.toHoursPart(), "h");
    }
    if (length.toHours() > 0) {
      return pair(length.toHours(), "h", length.toMinutesPart(), "min");
    }
    if (length.toMinutes() > 0) {
      return pair(length.toMinutes(), "min", length.toSecondsPart(), "s");
    }
    return length.toSeconds() + " s";
  }

  private static String pair(long large, String unit, int small, String smaller) {
    String first = large + " " + unit;
    return small == 0 ? first : first + " " + small + " " + smaller;
  }
}
