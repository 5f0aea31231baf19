package dev.stageproof.observe;

import dev.stageproof.spi.Observation;
import java.time.Duration;

/**
 * What a program did.
 *
 * @param exitCode as the operating system gave it
 * @param stdout decoded as UTF-8, at most {@link #OUTPUT_LIMIT} bytes
 * @param stderr likewise
 * @param cut true when one of them was longer
 */
public record ProcessObservation(
    int exitCode, String stdout, String stderr, boolean cut, Duration took) implements Observation {

  /** The most that is kept of each stream, in bytes. */
  public static final int OUTPUT_LIMIT = 256 * 1024;
}
