package dev.stageproof.checks.logmetric;

import dev.stageproof.model.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/**
 * What kind of value is measured, and how it is written.
 *
 * @param unit the unit in the record
 * @param symbol what stands behind the number, empty for a bare number
 */
record Quantity(Unit unit, String symbol) {

  static final Quantity COUNT = new Quantity(Unit.COUNT, "");
  static final Quantity PERCENT = new Quantity(Unit.PERCENT, "%");
  static final Quantity MILLISECONDS = new Quantity(Unit.MILLISECONDS, "ms");

  private static final int DECIMALS = 3;
  private static final BigDecimal SECOND = BigDecimal.valueOf(1000);

  /** The words for units that the record knows; any other names a thing that is counted. */
  private static final Map<String, Unit> KNOWN =
      Map.of(
          "ms", Unit.MILLISECONDS,
          "s", Unit.SECONDS,
          "d", Unit.DAYS,
          "B", Unit.BYTES,
          "bytes", Unit.BYTES,
          "%", Unit.PERCENT);

  /** The quantity that a user's word for a unit means. */
  static Quantity named(String word) {
    return new Quantity(KNOWN.getOrDefault(word, Unit.COUNT), word);
  }

  /** "20.333 connections"; rounded to three decimals, since a mean may have many. */
  String text(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    return written(rounded);
  }

  /** A bound as it was written. */
  String exactly(double value) {
    return written(BigDecimal.valueOf(value));
  }

  /** "1 to 25 connections", "300 ms to 1.25 s". */
  String range(double min, double max) {
    String low = exactly(min);
    String high = exactly(max);
    String ending = high.contains(" ") ? high.substring(high.indexOf(' ')) : "";
    String start = low.endsWith(ending) ? low.substring(0, low.length() - ending.length()) : low;
    return start + " to " + high;
  }

  /** The name of a metric, with the unit where the record has no word for it. */
  String metricName(String measure) {
    return unit == Unit.COUNT && !symbol.isEmpty() ? measure + " (" + symbol + ")" : measure;
  }

  static String plain(double value) {
    return plain(BigDecimal.valueOf(value));
  }

  private static String plain(BigDecimal value) {
    return value.stripTrailingZeros().toPlainString();
  }

  /** From a second on, milliseconds are hard to read. */
  private String written(BigDecimal value) {
    if (unit == Unit.MILLISECONDS && value.compareTo(SECOND) >= 0) {
      return plain(value.movePointLeft(DECIMALS)) + " s";
    }
    return symbol.isEmpty() ? plain(value) : plain(value) + " " + symbol;
  }
}
