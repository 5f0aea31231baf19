package dev.stageproof.checks.requests;

/** Foreign text, cut to a length that can be read. */
public final class Quote {

  /** Fits a table's cell. */
  private static final int LONGEST = 120;

  private static final String CUT = "…";

  private Quote() {}

  /** One line of at most {@value #LONGEST} characters. */
  public static String of(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST ? line : start(line, LONGEST) + CUT;
  }

  /** One such line between quotation marks. */
  public static String quoted(String text) {
    return "\"" + of(text) + "\"";
  }

  /** The first characters; never half of a surrogate pair. */
  public static String start(String text, int length) {
    boolean split = Character.isHighSurrogate(text.charAt(length - 1));
    return text.substring(0, split ? length - 1 : length);
  }
}
