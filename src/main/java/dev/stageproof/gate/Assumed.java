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

  /** Stands for an image that only the deployment can tell. */
  static final String IMAGE = "registry.example/image@sha256:" + "0".repeat(64);

  /** The names of the configuration; the address only where it is configured. */
  static Identity identity(TargetSettings target, Instant now, Duration age) {
    return identity(target, now, age, Optional.empty());
  }

  /** The same, with an {@link #IMAGE} in place of the revision's: for what is never asked. */
  static Identity withImage(TargetSettings target, Instant now, Duration age) {
    return identity(target, now, age, Optional.of(IMAGE));
  }

  private static Identity identity(
      TargetSettings target, Instant now, Duration age, Optional<String> image) {
    return new Identity(
        target.project(),
        target.region(),
        target.service(),
        target.revision(),
        target.revision(),
        image,
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
