package dev.stageproof.checks.websocket;

import dev.stageproof.model.InvalidSetting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Lengths of time: in words "12 ms", "8.03 s". */
final class Times {
  private static final int NANO_DIGITS = 9;
  private static final double NANOS = 1e6;

  private Times() {}

  static String of(Duration length) {
    if (length.compareTo(Duration.ofSeconds(1)) < 0) {
      return Math.round(millis(length)) + " ms";
    }
    return BigDecimal.valueOf(length.toNanos())
            .movePointLeft(NANO_DIGITS)
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString()
        + " s";
  }

  static double millis(Duration length) {
    return length.toNanos() / NANOS;
  }

  static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  static void requirePositive(String key, Duration length) {
    if (length.isZero() || length.isNegative()) {
      throw new InvalidSetting(key, "`" + key + "` must be longer than nothing");
    }
  }
}
