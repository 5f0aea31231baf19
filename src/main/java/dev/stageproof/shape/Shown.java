package dev.stageproof.shape;

import java.util.List;
import java.util.Map;

/** Puts foreign values into messages of one line. */
final class Shown {
  private static final int LONGEST = 60;
  private static final int LONGEST_SENTENCE = 300;

  private Shown() {}

  /** What a node of a tree is: "the text `soon`", "a list". */
  static String node(Object node) {
    if (node instanceof String text) {
      return "the text `" + plain(text) + "`";
    }
    if (node instanceof Map) {
      return "an object";
    }
    if (node instanceof List) {
      return "a list";
    }
    return node == null ? "nothing" : "`" + plain(node.toString()) + "`";
  }

  /** Cut to a word or two, and without what a terminal would obey. */
  static String plain(String text) {
    return plain(text, LONGEST);
  }

  /** Cut to a sentence, and without what a terminal would obey. */
  static String sentence(String text) {
    return plain(text, LONGEST_SENTENCE);
  }

  private static String plain(String text, int longest) {
    boolean cut = text.codePointCount(0, text.length()) > longest;
    String start = cut ? text.substring(0, text.offsetByCodePoints(0, longest)) : text;
    String shown = start.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", "\uFFFD");
    return cut ? shown + "…" : shown;
  }
}
