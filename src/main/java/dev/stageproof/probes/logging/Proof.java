package dev.stageproof.probes.logging;

import dev.stageproof.model.Window;
import dev.stageproof.observe.LogReadObservation.Mark;
import dev.stageproof.observe.LogReadObservation.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What was found out about ingestion before the read.
 *
 * @param window what is to be read
 * @param watermark how far ingestion had come; its newest entry may still be unknown
 */
record Proof(Window window, Watermark watermark) {

  /** Nothing is proven. */
  static Proof none(Window window) {
    return new Proof(
        window, new Watermark(Optional.empty(), false, Duration.ZERO, Optional.empty()));
  }

  /** Rests on the revision's newest entry; without one nothing is proven. */
  static Proof newest(
      Window window, Optional<Instant> newest, Duration waited, Optional<Mark> mark) {
    return new Proof(window, new Watermark(newest, newest.isPresent(), waited, mark));
  }
}
