package dev.stageproof.engine;

import dev.stageproof.spi.ProbeSettings;
import java.time.Duration;

/**
 * How a run is carried.
 *
 * @param jobs how many looks may be under way at once, 1 or more
 * @param timeout how long the run may take; what is not settled by then is SKIPPED
 * @param allowExec whether looks may run programs
 * @param failFast whether the run stops at the first blocking failure
 * @param probes how the outside world is reached
 */
public record EngineOptions(
    int jobs, Duration timeout, boolean allowExec, boolean failFast, ProbeSettings probes) {
  public EngineOptions {
    if (jobs < 1) {
      throw new IllegalArgumentException("at least one job is needed: " + jobs);
    }
  }
}
