package dev.stageproof.gate;

/** The command line or the configuration can't be used. The message is complete, for the user. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what is wrong, what is allowed and what to do next; may have several lines
   */
  public UsageException(String message) {
    super(message);
  }

  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
