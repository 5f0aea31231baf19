package dev.stageproof.checks.logs;

import dev.stageproof.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Writes numbers and times the same in every locale. */
public final class Texts {
  private static final DateTimeFormatter CLOCK = utc("HH:mm");
  private static final DateTimeFormatter DAY_AND_CLOCK = utc("yyyy-MM-dd HH:mm");
  private static final double MILLIS = 1000;

  private Texts() {}

  private static DateTimeFormatter utc(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
  }

  /** "4,312". */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** "2025-09-15T08:26:09Z"; parts of a second are left out. */
  public static String instant(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** "2.1 s". */
  public static String seconds(Duration length) {
    return String.format(Locale.ROOT, "%.1f s", length.toMillis() / MILLIS);
  }

  /** "08:26–08:47 UTC", with the days when there are two. */
  public static String window(Window window) {
    boolean oneDay = day(window.start()).equals(day(window.end()));
    DateTimeFormatter form = oneDay ? CLOCK : DAY_AND_CLOCK;
    return form.format(window.start()) + "–" + form.format(window.end()) + " UTC";
  }

  private static LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, ZoneOffset.UTC);
  }
}
