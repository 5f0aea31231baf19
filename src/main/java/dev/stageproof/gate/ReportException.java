package dev.stageproof.gate;

/** A report could not be written. The message is complete, for the user. */
public final class ReportException extends Exception {
  private static final long serialVersionUID = 1L;

  public ReportException(String message, Throwable cause) {
    super(message, cause);
  }
}
