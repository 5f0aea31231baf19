package dev.stageproof.config;

/** Makes foreign text safe to show on a terminal. */
final class Printable {

  private static final int LONGEST_QUOTE = 60;
  private static final int LONGEST_SENTENCE = 1000;
  private static final int REPLACEMENT = 0xFFFD;

  private Printable() {}

  /**
   * The text with a space for every tab and line break and a replacement character for every other
   * character that a terminal would act upon, so that each code point keeps its column.
   */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().map(Printable::visible).forEach(line::appendCodePoint);
    return line.toString();
  }

  private static int visible(int point) {
    if (point == '\t' || point == '\n' || point == '\r') {
      return ' ';
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          REPLACEMENT;
      default -> point;
    };
  }

  /** One line that is not longer than a screen, whatever foreign text went into it. */
  static String sentence(String text) {
    return oneLine(cut(text, LONGEST_SENTENCE));
  }

  /** The text in backquotes, cut to a length that leaves room for a sentence. */
  static String quoted(String text) {
    return "`" + cut(text, LONGEST_QUOTE) + "`";
  }

  private static String cut(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most)) + "…";
  }
}
