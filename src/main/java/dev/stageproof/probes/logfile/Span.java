package dev.stageproof.probes.logfile;

/** Where the content of a field stands, without quotes. Not thread-safe. */
final class Span {
  private int from;
  private int to;

  /** The field is missing. */
  void clear() {
    from = 0;
    to = 0;
  }

  void set(int start, int end) {
    from = start;
    to = end;
  }

  /** No content begins at the first byte, which is an object's brace. */
  boolean missing() {
    return from == 0;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  int length() {
    return to - from;
  }
}
