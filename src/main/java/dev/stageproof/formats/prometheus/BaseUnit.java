package dev.stageproof.formats.prometheus;

import dev.stageproof.model.Metric;
import dev.stageproof.model.Unit;
import java.math.BigDecimal;

/** Prometheus wants base units, named at the metric's end. */
enum BaseUnit {
  NONE("", "numbers of things"),
  SECONDS("_seconds", "in seconds"),
  BYTES("_bytes", "in bytes"),
  RATIO("_ratio", "shares of a whole, 0 to 1");

  private static final BigDecimal PER_DAY = BigDecimal.valueOf(86_400);

  private final String suffix;
  private final String words;

  BaseUnit(String suffix, String words) {
    this.suffix = suffix;
    this.words = words;
  }

  String suffix() {
    return suffix;
  }

  String words() {
    return words;
  }

  static BaseUnit of(Unit unit) {
    return switch (unit) {
      case COUNT -> NONE;
      case MILLISECONDS, SECONDS, DAYS -> SECONDS;
      case BYTES -> BYTES;
      case PERCENT -> RATIO;
    };
  }

  /** The value in the base unit, without the noise of a binary division. */
  static double value(Metric metric) {
    double value = metric.value();
    if (!Double.isFinite(value)) {
      return value;
    }
    BigDecimal exact = BigDecimal.valueOf(value);
    return switch (metric.unit()) {
      case COUNT, SECONDS, BYTES -> value;
      case MILLISECONDS -> exact.movePointLeft(3).doubleValue();
      case PERCENT -> exact.movePointLeft(2).doubleValue();
      case DAYS -> exact.multiply(PER_DAY).doubleValue();
    };
  }
}
