package dev.stageproof.checks.websocket;

import dev.stageproof.observe.WebSocketObservation.Ending;

/** Foreign text and counts in words. */
final class Texts {

  /** Fits a table's cell. */
  private static final int LONGEST = 160;

  private Texts() {}

  /** One line of bounded length; never half of a surrogate pair. */
  static String line(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    if (line.length() <= LONGEST) {
      return line;
    }
    boolean split = Character.isHighSurrogate(line.charAt(LONGEST - 1));
    return line.substring(0, split ? LONGEST - 1 : LONGEST) + "…";
  }

  static String messages(int count) {
    return count == 1 ? "1 message" : count + " messages";
  }

  /** "1011: out of memory"; the code alone without a reason. */
  static String close(Ending ending) {
    return ending.code() + (ending.reason().isBlank() ? "" : ": " + line(ending.reason()));
  }
}
