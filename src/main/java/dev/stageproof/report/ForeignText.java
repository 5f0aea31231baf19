package dev.stageproof.report;

import java.util.regex.Pattern;

/**
 * Makes foreign text fit to be shown: log lines, response bodies, titles. What it returns holds no
 * control character but line feed and tab, no terminal sequence, nothing that reorders text, and
 * only characters that XML 1.0 allows.
 */
public final class ForeignText {

  /** The longest text shown inside a sentence or a table's cell, in characters. */
  public static final int LINE_LIMIT = 300;

  /** The longest text shown as a block of its own, in characters. */
  public static final int BLOCK_LIMIT = 4_000;

  /** CSI, OSC and two-character sequences of ECMA-48. */
  private static final Pattern TERMINAL_SEQUENCE =
      Pattern.compile(
          "(?:\u001B\\[|\u009B)[0-?]*+[ -/]*+[@-~]?"
              + "|(?:\u001B\\]|\u009D)[^\u0007\u001B\u009C]*+(?:\u0007|\u009C|\u001B\\\\)?"
              + "|\u001B[ -/]*+[0-~]?");

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s++");
  private static final Pattern LINE_END = Pattern.compile("\r\n|[\r\u0085\u2028\u2029]");
  private static final int REPLACEMENT = 0xFFFD;

  /**
   * Actions' runner takes lines that begin with {@code ::} and the older {@code ##[} anywhere in a
   * line for commands, wherever they are printed.
   */
  private static final Pattern WORKFLOW_COMMAND = Pattern.compile("(?m)^(\\s*:)(?=:)|##(?=\\[)");

  private static final String ZERO_WIDTH_SPACE = "\u200B";

  private ForeignText() {}

  /** The text without what could act on a terminal, a page or an XML parser; same line breaks. */
  public static String clean(String text) {
    if (text.chars().allMatch(c -> (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t')) {
      return text;
    }
    String lines = LINE_END.matcher(text).replaceAll("\n");
    String plain = TERMINAL_SEQUENCE.matcher(lines).replaceAll("");
    StringBuilder kept = new StringBuilder(plain.length());
    plain.codePoints().map(ForeignText::shown).filter(c -> c >= 0).forEach(kept::appendCodePoint);
    return kept.toString();
  }

  /** One line for a sentence or a cell: cleaned, white space collapsed, a cut marked. */
  public static String line(String text) {
    return cut(WHITE_SPACE.matcher(clean(text)).replaceAll(" ").strip(), LINE_LIMIT);
  }

  /** The same text, with nothing in it that a workflow runner obeys when it is printed. */
  public static String withoutCommands(String text) {
    return WORKFLOW_COMMAND.matcher(text).replaceAll("$0" + ZERO_WIDTH_SPACE);
  }

  /** A line that ends at a word when it is longer than it may be; the whole stands elsewhere. */
  static String brief(String text, int limit) {
    String line = line(text);
    if (line.length() <= limit) {
      return line;
    }
    int space = line.lastIndexOf(' ', limit - 1);
    int end = space > limit / 2 ? space : whole(line, limit - 1);
    return line.substring(0, end).replaceFirst("[ ,;:.(]+$", "") + "…";
  }

  /** One line that ends as a sentence does. */
  public static String sentence(String text) {
    String line = line(text);
    boolean ended = line.endsWith(".") || line.endsWith("!") || line.endsWith("?");
    return ended || line.isEmpty() ? line : line + ".";
  }

  /** A block of lines: cleaned, without blank lines around it, a cut marked. */
  public static String block(String text) {
    return cut(clean(text).replaceFirst("^\\n+", "").stripTrailing(), BLOCK_LIMIT);
  }

  private static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    int end = whole(text, limit);
    return text.substring(0, end)
        + "… ("
        + Figures.count(text.length() - end)
        + " more characters)";
  }

  /** Where to cut so that no character is cut in two. */
  private static int whole(String text, int end) {
    return Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
  }

  /** The character to show; negative for none. */
  private static int shown(int c) {
    if (c == '\n' || c == '\t') {
      return c;
    }
    if (Character.getType(c) == Character.SURROGATE || c == 0xFFFE || c == 0xFFFF) {
      return REPLACEMENT;
    }
    return Character.isISOControl(c) || reorders(c) ? -1 : c;
  }

  /** Unicode's bidirectional marks, embeddings, overrides and isolates, and the byte order mark. */
  private static boolean reorders(int c) {
    return c == 0x061C
        || c == 0x200E
        || c == 0x200F
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069)
        || c == 0xFEFF;
  }
}
