package dev.stageproof.checks.requests;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/** Lengths of time in words: "12 ms", "8.03 s". */
public final class TimeText {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int NANO_DIGITS = 9;
  private static final int MILLI_DIGITS = 6;

  private TimeText() {}

  public static String of(Duration length) {
    return inUnitOf(length, length) + (seconds(length) ? " s" : " ms");
  }

  /** The bare number, in the unit that {@link #of} chooses for {@code whole}. */
  public static String inUnitOf(Duration whole, Duration length) {
    BigDecimal nanos = BigDecimal.valueOf(length.toNanos());
    return seconds(whole)
        ? plain(nanos.movePointLeft(NANO_DIGITS).setScale(2, RoundingMode.HALF_UP))
        : plain(nanos.movePointLeft(MILLI_DIGITS).setScale(0, RoundingMode.HALF_UP));
  }

  private static boolean seconds(Duration length) {
    return length.compareTo(SECOND) >= 0;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
