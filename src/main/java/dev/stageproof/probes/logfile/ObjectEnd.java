package dev.stageproof.probes.logfile;

/**
 * Finds the end of a JSON value that may be of any form, piece by piece: the end of its line, or in
 * an array the place where its brackets are closed and its element ends. Not thread-safe.
 */
final class ObjectEnd {

  /** The answer where the end is not in the piece. */
  static final int NOT_HERE = -1;

  private final boolean lines;
  private int depth;
  private boolean inString;
  private boolean escaped;
  private boolean broken;

  ObjectEnd(boolean lines) {
    this.lines = lines;
  }

  /** True when a string goes on over the end of a line: then brackets prove nothing. */
  boolean broken() {
    return broken;
  }

  /** Goes on over the next piece; the answer is the position after the value's last byte. */
  int in(byte[] bytes, int from, int to) {
    for (int at = from; at < to && !broken; at++) {
      boolean end = lines ? bytes[at] == '\n' : element(bytes[at]);
      if (end) {
        return at;
      }
    }
    return NOT_HERE;
  }

  private boolean element(byte letter) {
    if (inString) {
      string(letter);
      return false;
    }
    switch (letter) {
      case '"' -> inString = true;
      case '{', '[' -> depth++;
      case '}', ']' -> depth--;
      default -> {
        return letter == ',' && depth == 0;
      }
    }
    return depth < 0;
  }

  private void string(byte letter) {
    broken = letter == '\n';
    inString = escaped || letter != '"';
    escaped = letter == '\\' && !escaped;
  }
}
