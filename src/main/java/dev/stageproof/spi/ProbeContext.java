package dev.stageproof.spi;

import java.time.Duration;
import java.time.Instant;

/** What a probe may know and use while it looks. */
public interface ProbeContext {

  /** The current time; probes never read the system clock themselves. */
  Instant now();

  /** Time left until the look's deadline; zero when it has passed, never negative. */
  Duration remaining();

  /**
   * Waits, at most until the deadline.
   *
   * @throws InterruptedException when the run is stopped meanwhile
   */
  void pause(Duration length) throws InterruptedException;

  /**
   * 1 for the first look of a run at its request; more when a check looks again. What one attempt
   * leaves behind in the outside world can be told from another's by this number.
   */
  default int attempt() {
    return 1;
  }

  /**
   * Tells a person at once what they must know even if the look comes to nothing, such as something
   * that could not be deleted. May be called from any thread, also after the deadline.
   *
   * @param text one line
   */
  default void tell(String text) {}

  /** How the outside world is reached. */
  ProbeSettings settings();
}
