package dev.stageproof.publish.github;

import java.util.regex.Pattern;

/** Foreign text in one line of bounded length. */
final class Words {
  private static final int LONGEST = 200;
  private static final Pattern ODD =
      Pattern.compile("[\\s\\p{Cntrl}\\u200E\\u200F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

  private Words() {}

  static String of(Throwable failure) {
    String message = failure.getMessage();
    return line(message == null ? failure.getClass().getSimpleName() : message, LONGEST);
  }

  static String line(String text) {
    return line(text, LONGEST);
  }

  /** At most so many characters, a cut marked. */
  static String line(String text, int most) {
    String line = ODD.matcher(text).replaceAll(" ").strip();
    int length = line.codePointCount(0, line.length());
    return length <= most ? line : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
  }
}
