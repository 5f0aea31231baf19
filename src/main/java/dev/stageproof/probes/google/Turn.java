package dev.stageproof.probes.google;

import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;

/** What a call waits for before each of its attempts, so that a quota is kept. Thread-safe. */
@FunctionalInterface
public interface Turn {

  /**
   * Waits for the turn, at most until the deadline.
   *
   * @throws UnobservedException when the turn would come after the deadline
   * @throws InterruptedException when the run is stopped
   */
  void await(ProbeContext context) throws UnobservedException, InterruptedException;

  /** No quota to keep. */
  static Turn free() {
    return context -> {};
  }
}
