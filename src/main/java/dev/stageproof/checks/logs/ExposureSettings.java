package dev.stageproof.checks.logs;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;

/** What gives an absence its weight. */
@Doc("What has to be seen before an absence, or a highest value, means anything.")
public record ExposureSettings(
    @Doc(value = "Log entries of the revision that have to be read.", def = "1", example = "100")
        int minEntries,
    @Doc(
            value = "Requests that the revision has to have served for others than stageproof.",
            def = "0",
            example = "20")
        int minRequests) {
  public ExposureSettings {
    if (minEntries < 1) {
      throw new InvalidSetting("min-entries", "`min-entries` is 1 or more");
    }
    if (minRequests < 0) {
      throw new InvalidSetting("min-requests", "`min-requests` is 0 or more");
    }
  }
}
