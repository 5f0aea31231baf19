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

  /** "1011: out of memory (internal error)". */
  static String closed(Ending ending) {
    return close(ending) + meaning(ending.code());
  }

  /** RFC 6455, section 7.4.1, and the registry of the codes that came later. */
  private static String meaning(int code) {
    return switch (code) {
      case 1001 -> " (going away)";
      case 1002 -> " (protocol error)";
      case 1003 -> " (unsupported data)";
      case 1005 -> " (no code given)";
      case 1007 -> " (invalid payload)";
      case 1008 -> " (policy violation)";
      case 1009 -> " (message too big)";
      case 1011 -> " (internal error)";
      case 1012 -> " (service restart)";
      case 1013 -> " (try again later)";
      default -> "";
    };
  }

  static String messages(int count) {
    return count == 1 ? "1 message" : count + " messages";
  }

  /** "1011: out of memory"; the code alone without a reason. */
  static String close(Ending ending) {
    return ending.code() + (ending.reason().isBlank() ? "" : ": " + line(ending.reason()));
  }
}
