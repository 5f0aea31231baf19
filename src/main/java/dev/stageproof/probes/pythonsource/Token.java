package dev.stageproof.probes.pythonsource;

/**
 * A word of the source.
 *
 * @param text as written; a name in Python's normal form (NFKC)
 * @param line where it starts, from 1
 */
record Token(Kind kind, String text, int line) {

  /** What kinds of words there are. */
  enum Kind {
    NAME,
    NUMBER,
    /** Text without replacement fields; bytes too. */
    STRING,
    /** An f-string or template string. */
    FORMATTED,
    /** A formatted string that assigns within a replacement field. */
    ASSIGNING,
    OPERATOR
  }

  boolean is(String word) {
    return text.equals(word) && (kind == Kind.OPERATOR || kind == Kind.NAME);
  }

  boolean isName() {
    return kind == Kind.NAME;
  }

  boolean opens() {
    return kind == Kind.OPERATOR && (is("(") || is("[") || is("{"));
  }

  boolean closes() {
    return kind == Kind.OPERATOR && (is(")") || is("]") || is("}"));
  }
}
