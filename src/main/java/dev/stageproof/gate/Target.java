package dev.stageproof.gate;

import dev.stageproof.engine.Session;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.spi.CheckContext.Known;
import dev.stageproof.spi.CheckContext.Resolved;
import dev.stageproof.spi.CheckContext.Unknown;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.TargetSettings;
import dev.stageproof.spi.TargetType;
import java.time.Duration;
import java.util.Optional;

/** Finds out what is under test, once, before any check is planned. */
final class Target {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private Target() {}

  static Resolved resolve(
      Optional<TargetType<?>> type, Optional<TargetSettings> settings, Session session) {
    if (settings.isEmpty()) {
      return new Unknown(unnamed());
    }
    if (type.isEmpty()) {
      return unknown(
          "no target type is at hand", "reinstall stageproof; its service files are missing");
    }
    return identify(type.get(), settings.get(), session);
  }

  private static <O extends Observation> Resolved identify(
      TargetType<O> type, TargetSettings settings, Session session) {
    Session.Sight<O> sight = session.look(type.plan(settings), LIMIT);
    if (sight instanceof Session.Seen<O> seen) {
      return new Known(type.identify(settings, seen.observation()));
    }
    return new Unknown(((Session.Unseen<O>) sight).gap());
  }

  static Optional<Identity> identity(Resolved resolved) {
    return resolved instanceof Known known ? Optional.of(known.identity()) : Optional.empty();
  }

  static Optional<Gap> gap(Resolved resolved) {
    return resolved instanceof Unknown unknown ? Optional.of(unknown.gap()) : Optional.empty();
  }

  /** What a run without a target does not know. */
  static Gap unnamed() {
    return Gap.of(
        GapReason.UNKNOWN_TARGET,
        "the configuration names no target, so nothing deployed was observed",
        "name `target: {project, region, service}` in the configuration");
  }

  private static Unknown unknown(String message, String settle) {
    return new Unknown(Gap.of(GapReason.UNKNOWN_TARGET, message, settle));
  }
}
