package dev.stageproof.sandbox;

/**
 * A token of a filter.
 *
 * @param text a string without quotes and escapes; else as written
 * @param start index of its first character
 * @param end index after its last character
 */
record FilterToken(Kind kind, String text, int start, int end) {

  /** The kinds of token. */
  enum Kind {
    WORD,
    STRING,
    OPERATOR,
    DOT,
    MINUS,
    OPEN,
    CLOSE,
    COMMA,
    END
  }

  boolean is(Kind wanted) {
    return kind == wanted;
  }

  /** AND, OR and NOT are operators in upper case only. */
  boolean keyword(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  /** True when nothing stands between the other token and this one. */
  boolean touches(FilterToken before) {
    return before.end == start;
  }
}
