package dev.stageproof.cli;

import java.util.regex.Pattern;

/** Makes foreign text harmless for a terminal. */
final class Text {

  /** Control characters, and the marks that reorder text (Unicode bidirectional controls). */
  private static final Pattern DANGEROUS =
      Pattern.compile("[\\p{Cntrl}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]+");

  private Text() {}

  /** The text as one line without control characters. */
  static String line(String text) {
    return DANGEROUS.matcher(text).replaceAll(" ").strip();
  }

  /** The text as one line of at most so many characters; a cut is marked. */
  static String line(String text, int width) {
    String line = line(text);
    if (line.length() <= width) {
      return line;
    }
    int end = Character.isHighSurrogate(line.charAt(width - 2)) ? width - 2 : width - 1;
    return line.substring(0, end) + "…";
  }
}
