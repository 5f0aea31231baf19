package dev.stageproof.spi;

/** Something could not be published. The message says why and what to do; it holds no secret. */
public final class UnpublishedException extends Exception {
  private static final long serialVersionUID = 1L;

  public UnpublishedException(String message) {
    super(message);
  }

  public UnpublishedException(String message, Throwable cause) {
    super(message, cause);
  }
}
