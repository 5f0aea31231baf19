package dev.stageproof.report;

import dev.stageproof.model.Unit;
import dev.stageproof.model.Window;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Numbers, times and lengths of time as a reader wants them; UTC and English, always. */
public final class Figures {
  private static final DateTimeFormatter MINUTE = utc("uuuu-MM-dd HH:mm 'UTC'");
  private static final DateTimeFormatter SECOND = utc("uuuu-MM-dd HH:mm:ss 'UTC'");
  private static final DateTimeFormatter MOMENT = utc("HH:mm:ss.SSS");
  private static final DateTimeFormatter CLOCK = utc("HH:mm:ss");

  private static final long HALF_A_MILLI = 500_000;
  private static final long SECOND_MILLIS = 1_000;
  private static final long ROUNDS_TO_A_MINUTE = 59_950;
  private static final double SMALLEST_RATE = 0.001;
  private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

  private Figures() {}

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** "2025-09-15 08:47 UTC". */
  public static String minute(Instant instant) {
    return MINUTE.format(instant);
  }

  /** "2025-09-15 08:47:31 UTC". */
  public static String second(Instant instant) {
    return SECOND.format(instant);
  }

  /** "08:47:31 UTC", where the day is known. */
  static String clock(Instant instant) {
    return CLOCK.format(instant) + " UTC";
  }

  /** "08:47:31.120", where the day is known. */
  public static String moment(Instant instant) {
    return MOMENT.format(instant);
  }

  /** "2025-09-15 08:26:09–08:47:31 UTC, 21 min 22 s"; both days when they differ. */
  public static String window(Window window) {
    LocalDate first = window.start().atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate last = window.end().atZone(ZoneOffset.UTC).toLocalDate();
    String end = first.equals(last) ? CLOCK.format(window.end()) + " UTC" : second(window.end());
    return first
        + " "
        + CLOCK.format(window.start())
        + "–"
        + end
        + ", "
        + duration(shownLength(window.start(), window.end()));
  }

  /**
   * The length of time between two instants that are shown beside it: whole seconds, as they are
   * shown, so that a reader who subtracts gets the same.
   */
  static Duration shownLength(Instant start, Instant end) {
    Duration shown =
        Duration.between(
            start.truncatedTo(ChronoUnit.SECONDS), end.truncatedTo(ChronoUnit.SECONDS));
    return shown.abs().toMinutes() == 0 ? Duration.between(start, end) : shown;
  }

  /** "412 ms", "8.04 s", "2 min 29 s", "3 h 12 min", "12 d 3 h"; a negative length by its size. */
  public static String duration(Duration length) {
    Duration size = length.abs();
    long millis = size.plusNanos(HALF_A_MILLI).toMillis();
    if (millis < SECOND_MILLIS) {
      double exact = size.toNanos() / 1e6;
      return decimal(exact, exact < 10 ? "0.##" : "0") + " ms";
    }
    if (millis < ROUNDS_TO_A_MINUTE) {
      return decimal(millis / 1e3, millis < 10 * SECOND_MILLIS ? "0.##" : "0.#") + " s";
    }
    return fromMinutesUp(size.plusMillis(SECOND_MILLIS / 2));
  }

  private static String fromMinutesUp(Duration size) {
    if (size.toHours() == 0) {
      return pair(size.toMinutes(), "min", size.toSecondsPart(), "s");
    }
    return size.toDays() == 0
        ? pair(size.toHours(), "h", size.toMinutesPart(), "min")
        : pair(size.toDays(), "d", size.toHoursPart(), "h");
  }

  private static String pair(long big, String bigUnit, int small, String smallUnit) {
    String head = count(big) + " " + bigUnit;
    return small == 0 ? head : head + " " + small + " " + smallUnit;
  }

  /** "2.1 s", as probes and checks put short waits into words. */
  static String tenths(Duration length) {
    return decimal((double) length.toMillis() / SECOND_MILLIS, "0.0") + " s";
  }

  /** "4,312". */
  public static String count(long number) {
    return decimal((double) number, "#,##0");
  }

  /** "1 check", "4,312 entries". */
  public static String count(long number, String one, String many) {
    return count(number) + " " + (number == 1 ? one : many);
  }

  /** How often for each of something: "0.02", "<0.001", "12.5". */
  static String rate(double perOne) {
    if (!Double.isFinite(perOne)) {
      return "not a number";
    }
    return perOne > 0 && perOne < SMALLEST_RATE ? "<0.001" : decimal(perOne, "#,##0.###");
  }

  /** A measured value with its unit, in the size that reads best. */
  public static String measured(double value, Unit unit) {
    if (!Double.isFinite(value)) {
      return "not a number";
    }
    return switch (unit) {
      case COUNT -> decimal(value, "#,##0.##");
      case MILLISECONDS -> signed(value, Duration.ofNanos(Math.round(value * 1e6)));
      case SECONDS -> signed(value, Duration.ofNanos(Math.round(value * 1e9)));
      case DAYS -> decimal(value, "#,##0.#") + (value == 1 ? " day" : " days");
      case BYTES -> bytes(value);
      case PERCENT -> decimal(value, "0.##") + " %";
    };
  }

  private static String signed(double value, Duration length) {
    return (value < 0 ? "-" : "") + duration(length);
  }

  private static String bytes(double value) {
    double size = value;
    int unit = 0;
    while (Math.abs(size) >= 1024 && unit < BYTE_UNITS.length - 1) {
      size /= 1024;
      unit++;
    }
    return decimal(size, "#,##0.#") + " " + BYTE_UNITS[unit];
  }

  /** {@link DecimalFormat} is not safe between threads, so each call makes its own. */
  private static String decimal(double value, String pattern) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(value);
  }
}
