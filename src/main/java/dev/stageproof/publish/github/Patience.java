package dev.stageproof.publish.github;

import java.time.Duration;

/**
 * How long GitHub is waited for.
 *
 * @param call the limit of one call
 * @param all the limit of all calls and pauses together
 * @param pause waits between two calls
 */
record Patience(Duration call, Duration all, Pause pause) {

  /** Waits. */
  @FunctionalInterface
  interface Pause {
    void pause(long millis) throws InterruptedException;
  }
}
