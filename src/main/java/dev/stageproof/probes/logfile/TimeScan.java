package dev.stageproof.probes.logfile;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Reads times as Cloud Logging writes them, {@code "2026-11-20T08:26:00.123456789Z"}, up to nine
 * digits of a fraction, and leaves all others to the parser. The minute of the last one is known,
 * since the next is mostly in the same. Not thread-safe.
 */
final class TimeScan {
  private static final int MINUTE = "2026-11-20T08:26".length();
  private static final int SECOND = MINUTE + ":00".length();
  private static final int NANO_DIGITS = 9;
  private static final int SECONDS_A_MINUTE = 60;

  private final byte[] lastMinute = "(not read as yet)".substring(0, MINUTE).getBytes(US_ASCII);
  private long minuteStart;
  private long second;
  private int nano;

  /** The time that was read last. */
  Instant instant() {
    return Instant.ofEpochSecond(second, nano);
  }

  /** Reads the string at the position; see {@link JsonWalk} for the answer. */
  int read(byte[] bytes, int at) {
    int text = at + 1;
    if (bytes[at] != '"' || !minute(bytes, text)) {
      return JsonWalk.UNSURE;
    }
    int seconds = number(bytes, text + MINUTE + 1, text + SECOND);
    if (bytes[text + MINUTE] != ':' || seconds < 0 || seconds >= SECONDS_A_MINUTE) {
      return JsonWalk.UNSURE;
    }
    second = minuteStart + seconds;
    int end = fraction(bytes, text + SECOND);
    return end >= 0 && bytes[end] == 'Z' && bytes[end + 1] == '"' ? end + 2 : JsonWalk.UNSURE;
  }

  private int fraction(byte[] bytes, int at) {
    nano = 0;
    if (bytes[at] != '.') {
      return at;
    }
    int end = JsonWalk.digits(bytes, at + 1);
    if (end < 0 || end - at - 1 > NANO_DIGITS) {
      return JsonWalk.UNSURE;
    }
    for (int digit = 0; digit < NANO_DIGITS; digit++) {
      int next = at + 1 + digit;
      nano = nano * 10 + (next < end ? bytes[next] - '0' : 0);
    }
    return end;
  }

  private boolean minute(byte[] bytes, int at) {
    if (at + MINUTE > bytes.length) {
      return false;
    }
    if (Arrays.equals(bytes, at, at + MINUTE, lastMinute, 0, MINUTE)) {
      return true;
    }
    boolean shaped =
        bytes[at + 4] == '-'
            && bytes[at + 7] == '-'
            && bytes[at + 10] == 'T'
            && bytes[at + 13] == ':';
    if (!shaped || !start(bytes, at)) {
      return false;
    }
    System.arraycopy(bytes, at, lastMinute, 0, MINUTE);
    return true;
  }

  private boolean start(byte[] bytes, int at) {
    int year = number(bytes, at, at + 4);
    if (year < 0) {
      return false;
    }
    try {
      minuteStart =
          LocalDateTime.of(
                  year,
                  number(bytes, at + 5, at + 7),
                  number(bytes, at + 8, at + 10),
                  number(bytes, at + 11, at + 13),
                  number(bytes, at + 14, at + 16))
              .toEpochSecond(ZoneOffset.UTC);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  /** A number of digits only; negative when they are not. */
  private static int number(byte[] bytes, int from, int to) {
    int number = 0;
    for (int at = from; at < to; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return JsonWalk.UNSURE;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
