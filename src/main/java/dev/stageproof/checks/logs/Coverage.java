package dev.stageproof.checks.logs;

import dev.stageproof.model.Exposure;
import dev.stageproof.observe.LogReadObservation;
import java.time.Duration;

/**
 * How much the read weighs. A read that was cut short can't tell what time it covers, unless
 * narrowed reads answered to its end what was asked.
 */
final class Coverage {
  private Coverage() {}

  static Exposure of(SeenLog log, boolean live) {
    LogReadObservation seen = log.seen();
    Duration covered = seen.complete(log.asked()) ? covered(seen, live) : Duration.ZERO;
    return new Exposure(seen.entries(), seen.requests(), covered);
  }

  /** What ingestion has not passed is not covered; an export ends where it ends. */
  private static Duration covered(LogReadObservation seen, boolean live) {
    if (seen.watermark().passed() || !live) {
      return seen.window().length();
    }
    return seen.watermark()
        .newest()
        .filter(seen.window()::contains)
        .map(newest -> Duration.between(seen.window().start(), newest))
        .orElse(Duration.ZERO);
  }
}
