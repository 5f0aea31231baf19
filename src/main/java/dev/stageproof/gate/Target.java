package dev.stageproof.gate;

import dev.stageproof.engine.Looker;
import dev.stageproof.model.Change;
import dev.stageproof.model.Configuration;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.TargetMovement;
import dev.stageproof.spi.CheckContext.Known;
import dev.stageproof.spi.CheckContext.Resolved;
import dev.stageproof.spi.CheckContext.Unknown;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Sight;
import dev.stageproof.spi.TargetSettings;
import dev.stageproof.spi.TargetType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What is under test, found out once, before any check is planned, and frozen for the run.
 *
 * @param resolved what it is, or why that is not known
 * @param configuration how it is configured; empty when it is not known
 * @param again looks once more and tells what changed meanwhile
 */
record Target(Resolved resolved, Optional<Configuration> configuration, Again again) {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** A second look at the target. */
  @FunctionalInterface
  interface Again {
    List<Change> movement();
  }

  static Target resolve(
      Optional<TargetType<?>> type, Optional<TargetSettings> settings, Looker looker) {
    if (settings.isEmpty()) {
      return unknown(unnamed());
    }
    if (type.isEmpty()) {
      return unknown(
          Gap.of(
              GapReason.INTERNAL,
              "no target type is at hand",
              "reinstall stageproof; its service files are missing"));
    }
    return identify(type.get(), settings.get(), looker);
  }

  private static <O extends Observation> Target identify(
      TargetType<O> type, TargetSettings settings, Looker looker) {
    Sight<O> sight = looker.look(type.plan(settings), 1, LIMIT);
    return sight
        .seen()
        .map(
            seen ->
                new Target(
                    new Known(type.identify(settings, seen)),
                    Optional.of(type.configuration(seen)),
                    () -> movement(type, settings, seen, looker)))
        .orElseGet(() -> unknown(sight.gap().orElseThrow()));
  }

  /** A target that can't be seen a second time is not known to have held still. */
  private static <O extends Observation> List<Change> movement(
      TargetType<O> type, TargetSettings settings, O start, Looker looker) {
    Sight<O> sight = looker.look(type.plan(settings), 2, LIMIT);
    return sight
        .seen()
        .map(end -> type.movement(start, end))
        .orElseGet(() -> List.of(TargetMovement.unseen(sight.gap().orElseThrow().message())));
  }

  Optional<Identity> identity() {
    return resolved instanceof Known known ? Optional.of(known.identity()) : Optional.empty();
  }

  Optional<Gap> gap() {
    return resolved instanceof Unknown unknown ? Optional.of(unknown.gap()) : Optional.empty();
  }

  /** What a run without a target does not know. */
  static Gap unnamed() {
    return Gap.of(
        GapReason.UNKNOWN_TARGET,
        "the configuration names no target, so nothing deployed was observed",
        "Name `target: {project, region, service}` in the configuration.");
  }

  static Target unknown(Gap gap) {
    return new Target(new Unknown(gap), Optional.empty(), List::of);
  }
}
