package dev.stageproof.shape;

/** A tree that is not the tree of the record asked for; the message says where and why. */
public final class MisfitException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String reason;

  MisfitException(String reason) {
    this("", reason, null);
  }

  MisfitException(String reason, Throwable cause) {
    this("", reason, cause);
  }

  private MisfitException(String path, String reason, Throwable cause) {
    super(path.isEmpty() ? reason : path + ": " + reason, cause);
    this.path = path;
    this.reason = reason;
  }

  /** The same misfit, seen from the record or map that holds it. */
  MisfitException under(String key) {
    String separator = path.isEmpty() || path.startsWith("[") ? "" : ".";
    return new MisfitException(Shown.plain(key) + separator + path, reason, getCause());
  }

  /** The same misfit, seen from the list that holds it. */
  MisfitException at(int index) {
    String separator = path.isEmpty() || path.startsWith("[") ? "" : ".";
    return new MisfitException("[" + index + "]" + separator + path, reason, getCause());
  }

  /** Where it is: {@code checks[3].attempts[0].number}; empty for the tree as a whole. */
  public String path() {
    return path;
  }
}
