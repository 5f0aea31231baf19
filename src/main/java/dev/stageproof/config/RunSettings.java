package dev.stageproof.config;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import java.time.Duration;

/**
 * Limits of the run as a whole.
 *
 * @param timeout positive
 * @param jobs 1 to {@value #MOST_JOBS}
 */
@Doc("Limits of the run as a whole.")
public record RunSettings(
    @Doc(value = "How long the whole run may take.", def = "10m") Duration timeout,
    @Doc(value = "How many requests may be in flight at once.", def = "256") int jobs) {

  /** More requests in flight than this exhaust a process's file handles before they help. */
  public static final int MOST_JOBS = 4096;

  public RunSettings {
    if (timeout.isZero()) {
      throw new InvalidSetting("timeout", "`timeout` must be longer than nothing");
    }
    if (jobs < 1 || jobs > MOST_JOBS) {
      throw new InvalidSetting("jobs", "`jobs` is 1 to " + MOST_JOBS);
    }
  }
}
