package dev.stageproof.checks.logpattern;

import dev.stageproof.model.Exposure;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Watermark;
import java.time.Duration;

/** How much the read weighs; a read that was cut short can't tell what time it covers. */
final class Coverage {
  private Coverage() {}

  static Exposure of(LogReadObservation seen, Window window) {
    Duration covered = seen.truncated() ? Duration.ZERO : covered(seen.watermark(), window);
    return new Exposure(seen.entries(), seen.requests(), covered);
  }

  /** What ingestion has not passed is not covered. */
  private static Duration covered(Watermark mark, Window window) {
    if (mark.passed()) {
      return window.length();
    }
    return mark.newest()
        .filter(window::contains)
        .map(newest -> Duration.between(window.start(), newest))
        .orElse(Duration.ZERO);
  }
}
