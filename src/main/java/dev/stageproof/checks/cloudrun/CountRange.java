package dev.stageproof.checks.cloudrun;

import dev.stageproof.model.TextForm;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number, or a range of numbers with both ends included.
 *
 * @param max {@link Integer#MAX_VALUE} when the range has no upper end
 */
@TextForm(
    pattern = "\\d{1,6}|\\d{1,6}\\.\\.(\\d{1,6})?|\\.\\.\\d{1,6}",
    hint = "a number such as 3, or a range such as 1..10, 1.. or ..10")
public record CountRange(int min, int max) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})?(\\.\\.)?(\\d{1,6})?");

  public CountRange {
    if (min > max) {
      throw new IllegalArgumentException("the range " + min + ".." + max + " is upside down");
    }
  }

  /**
   * Reads a number or a range.
   *
   * @throws IllegalArgumentException when the text is something else
   */
  public static CountRange parse(String text) {
    Matcher matcher = FORM.matcher(text);
    boolean number = matcher.matches() && (matcher.group(1) != null || matcher.group(3) != null);
    if (!number) {
      throw new IllegalArgumentException(
          "`" + text + "` is neither a number such as 3 nor a range such as 1..10, 1.. or ..10");
    }
    int min = matcher.group(1) == null ? 0 : Integer.parseInt(matcher.group(1));
    if (matcher.group(2) == null) {
      return new CountRange(min, min);
    }
    String end = matcher.group(3);
    return new CountRange(min, end == null ? Integer.MAX_VALUE : Integer.parseInt(end));
  }

  boolean contains(int number) {
    return number >= min && number <= max;
  }

  /** The expectation in words, for an assertion. */
  String words() {
    if (min == max) {
      return String.valueOf(min);
    }
    if (max == Integer.MAX_VALUE) {
      return "at least " + min;
    }
    return min == 0 ? "at most " + max : min + " to " + max;
  }

  @Override
  public String toString() {
    if (min == max) {
      return String.valueOf(min);
    }
    return min + ".." + (max == Integer.MAX_VALUE ? "" : max);
  }
}
