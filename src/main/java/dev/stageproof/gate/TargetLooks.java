package dev.stageproof.gate;

import dev.stageproof.engine.Replay;
import dev.stageproof.engine.ReplayException;
import dev.stageproof.model.Change;
import dev.stageproof.model.Configuration;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.Identity;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.TargetMovement;
import dev.stageproof.offline.Movements;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.TargetSettings;
import dev.stageproof.spi.TargetType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a stored run's looks at its target show, concluded again from the evidence. */
record TargetLooks(Identity identity, Configuration configuration, List<Change> movement) {

  /** A run looks at its target when it begins and when it ends; a check may look more often. */
  private static final int LOOKS = 2;

  /**
   * Concludes again; empty for a record that names no target, or holds no look at it.
   *
   * @throws ReplayException when a look is not one that this version would have made
   */
  static Optional<TargetLooks> of(RunRecord record, TargetType<?> type) throws ReplayException {
    return record.identity().isPresent()
        ? of(record, settings(record.identity().get()), type)
        : Optional.empty();
  }

  private static TargetSettings settings(Identity identity) throws ReplayException {
    try {
      return new TargetSettings(
          identity.project(),
          identity.region(),
          identity.service(),
          identity.askedAs(),
          Optional.empty(),
          identity.meantToServe());
    } catch (InvalidSetting e) {
      throw new ReplayException("identity: " + e.getMessage(), e);
    }
  }

  private static <O extends Observation> Optional<TargetLooks> of(
      RunRecord record, TargetSettings settings, TargetType<O> type) throws ReplayException {
    Request<O> request = type.plan(settings);
    List<Evidence> looks = record.evidence().stream().filter(item -> shows(item, request)).toList();
    if (looks.isEmpty() || looks.get(0).gap().isPresent()) {
      return Optional.empty();
    }
    O start = Replay.observed(request.observationType(), looks.get(0));
    List<Change> changes = new ArrayList<>();
    for (Evidence look : looks.subList(1, looks.size())) {
      changes.addAll(movement(start, look, request, type));
    }
    Identity identity = type.identify(settings, start);
    return Optional.of(
        new TargetLooks(
            identity,
            type.configuration(start),
            Movements.worst(changes, Optional.of(identity.revision()))));
  }

  private static boolean shows(Evidence item, Request<?> request) {
    return item.kind().equals(request.kind())
        && item.subject().equals(request.subject())
        && item.attempt() <= LOOKS;
  }

  private static <O extends Observation> List<Change> movement(
      O start, Evidence look, Request<O> request, TargetType<O> type) throws ReplayException {
    if (look.gap().isPresent()) {
      return List.of(TargetMovement.unseen(look.gap().get().message()));
    }
    return type.movement(start, Replay.observed(request.observationType(), look));
  }
}
