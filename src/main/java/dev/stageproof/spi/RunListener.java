package dev.stageproof.spi;

import dev.stageproof.model.Outcome;
import dev.stageproof.model.Severity;
import java.time.Duration;

/** Follows a run while it goes on. Called from several threads; must be quick and never throw. */
public interface RunListener {

  /** The run is about to begin. */
  default void planned(int checks) {}

  /**
   * Before any check looks: the run is going to create something, and to delete it again.
   *
   * @param what as the object of a sentence; redacted
   */
  default void creating(String what) {}

  /** A probe has something to tell a person; redacted, one line. */
  default void told(String text) {}

  /** A check is waiting for what it asked to see. */
  default void started(String check) {}

  /** A round of a check ended and another may follow. */
  default void attempted(String check, int number, Outcome outcome, String headline) {}

  /** A check has its outcome; the headline is redacted. */
  default void finished(
      String check, Severity severity, Outcome outcome, String headline, Duration took) {}

  /** A check has its outcome on the baseline; the headline is redacted. */
  default void compared(String check, Outcome outcome, String headline, Duration took) {}

  /** Follows nothing. */
  static RunListener none() {
    return new RunListener() {};
  }
}
