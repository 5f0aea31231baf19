package dev.stageproof.gate;

import dev.stageproof.model.Identity;
import dev.stageproof.spi.TargetSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What stands for a deployment that was not looked at. */
final class Assumed {
  private Assumed() {}

  /** The names of the configuration; the address only where it is configured. */
  static Identity identity(TargetSettings target, Instant now, Duration age) {
    return new Identity(
        target.project(),
        target.region(),
        target.service(),
        target.revision(),
        target.revision(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        now.minus(age),
        Optional.empty(),
        Optional.empty(),
        target.url(),
        List.of(),
        List.of(),
        target.serving(),
        Optional.empty(),
        Optional.empty());
  }
}
