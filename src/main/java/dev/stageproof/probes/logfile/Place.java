package dev.stageproof.probes.logfile;

/**
 * A place in the input: a line, or an element of an array.
 *
 * @param kind what is counted
 * @param number from 1 on
 */
record Place(Kind kind, long number) {

  /** What is counted. */
  enum Kind {
    LINE,
    ENTRY
  }

  static Place line(long number) {
    return new Place(Kind.LINE, number);
  }

  static Place entry(long number) {
    return new Place(Kind.ENTRY, number);
  }

  /** The same place in an input that has so many lines before. */
  Place after(long lines) {
    return kind == Kind.LINE ? line(number + lines) : this;
  }

  /** "line 17", in an array "entry 17". */
  @Override
  public String toString() {
    return switch (kind) {
      case LINE -> "line " + number;
      case ENTRY -> "entry " + number;
    };
  }
}
