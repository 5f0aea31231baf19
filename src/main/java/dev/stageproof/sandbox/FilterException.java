package dev.stageproof.sandbox;

/** A filter can't be understood; carries where. */
final class FilterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int position;

  /**
   * @param position index of the offending character in the filter
   */
  FilterException(String problem, int position) {
    super(problem);
    this.position = position;
  }

  /** The error as the API tells it, with line and column, both counted from 1. */
  String describe(String filter) {
    String before = filter.substring(0, Math.min(position, filter.length()));
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return "Unparseable filter: " + getMessage() + " at line " + line + ", column " + column;
  }
}
