package dev.stageproof.gate;

import dev.stageproof.config.WindowSettings;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Fixes the stretch of time that log searches cover. */
final class Windows {
  private Windows() {}

  /**
   * The window of the run; empty when nothing tells its start or nothing lies within.
   *
   * <p>A start given as a length of time is moved to the revision's start when that is later: what
   * lies before it belongs to another revision. An absolute start stays as it was written.
   */
  static Optional<Window> of(
      WindowSettings settings, Optional<Since> since, Optional<Identity> identity, Instant now) {
    Instant end = settings.to().orElse(now);
    return start(settings, since, identity.map(Identity::deployedAt), now)
        .filter(start -> start.isBefore(end))
        .map(start -> new Window(start, end));
  }

  private static Optional<Instant> start(
      WindowSettings settings, Optional<Since> since, Optional<Instant> deployed, Instant now) {
    Optional<Since> asked =
        since
            .or(() -> settings.from().map(Since.At::new))
            .or(() -> settings.since().map(Since.Ago::new));
    if (asked.isEmpty()) {
      return deployed;
    }
    if (asked.get() instanceof Since.At at) {
      return Optional.of(at.start());
    }
    Duration ago = ((Since.Ago) asked.get()).length();
    return Optional.of(later(now.minus(ago), deployed));
  }

  private static Instant later(Instant start, Optional<Instant> deployed) {
    return deployed.filter(start::isBefore).orElse(start);
  }
}
