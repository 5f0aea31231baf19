package dev.stageproof.spi;

import java.io.IOException;

/**
 * A format has nothing to say about this run, and an empty report would be a lie. The message says
 * what is missing and what would give it; the place and the templates are not to blame.
 */
public final class NothingToSayException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message a sentence without its full stop
   */
  public NothingToSayException(String message) {
    super(message);
  }
}
