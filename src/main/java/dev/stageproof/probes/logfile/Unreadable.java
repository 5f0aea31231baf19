package dev.stageproof.probes.logfile;

/** Something in the file that is no log entry, and why. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  Unreadable(String reason) {
    super(reason);
  }

  Unreadable(String reason, Throwable cause) {
    super(reason, cause);
  }
}
