package dev.stageproof.sandbox;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.text.ParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a literal of a filter is read as a value of a type. */
final class FilterText {
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern AMOUNT = Pattern.compile("(-?\\d+(?:\\.\\d+)?)(ns|us|ms|s|m|h)");
  private static final Map<String, Long> NANOS =
      Map.of(
          "ns", 1L,
          "us", 1_000L,
          "ms", 1_000_000L,
          "s", 1_000_000_000L,
          "m", 60_000_000_000L,
          "h", 3_600_000_000_000L);

  private FilterText() {}

  /** Texts that differ only in case or in Unicode compatibility forms become equal. */
  static String fold(String text) {
    String upper = Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
    return upper.toLowerCase(Locale.ROOT);
  }

  static Optional<Double> number(String text) {
    try {
      return Optional.of(new BigDecimal(text).doubleValue());
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  static Optional<Boolean> flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> Optional.of(true);
      case "false" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** RFC 3339, or a date for its midnight in UTC. */
  static Optional<Timestamp> timestamp(String text) {
    try {
      String full = DATE.matcher(text).matches() ? text + "T00:00:00Z" : text;
      return Optional.of(Timestamps.parse(full));
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  /** A number with a unit: {@code 1.5s}, {@code 200ms}. */
  static Optional<Duration> duration(String text) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      return Optional.empty();
    }
    BigDecimal unit = BigDecimal.valueOf(NANOS.get(amount.group(2)));
    return Optional.of(
        Durations.fromNanos(new BigDecimal(amount.group(1)).multiply(unit).longValue()));
  }
}
