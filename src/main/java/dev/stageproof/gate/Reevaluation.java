package dev.stageproof.gate;

import dev.stageproof.engine.Replay;
import dev.stageproof.engine.ReplayException;
import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Merged;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Shard;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A check of a stored run, concluded again from its evidence.
 *
 * @param stored the check as the record has it
 * @param again what it concludes; empty when it was skipped, or can't be concluded again
 * @param trouble why it can't be concluded again
 */
public record Reevaluation(
    CheckResult stored, Optional<Evaluation> again, Optional<String> trouble) {

  /** True when the record says of the check what its evidence says. */
  public boolean agrees() {
    return trouble.isEmpty()
        && again.equals(stored.evaluation())
        && stored.outcome() == recomputed().outcome();
  }

  /**
   * Every check of a run, in the record's order.
   *
   * @throws UsageException when a plug-in can't be loaded
   */
  public static List<Reevaluation> of(RunRecord record, Catalog catalog) throws UsageException {
    List<CheckType<?>> types = catalog.checkTypes();
    Replay alone = new Replay(types, context(record, Optional.empty()), record.evidence());
    Map<String, Replay> byCheck = new HashMap<>();
    record.merged().map(Merged::shards).orElse(List.of()).stream()
        .filter(shard -> !shard.checks().isEmpty())
        .forEach(
            shard -> {
              CheckContext then = context(record, Optional.of(shard));
              Replay replay = new Replay(types, then, record.evidence());
              shard.checks().forEach(id -> byCheck.put(id, replay));
            });
    return record.checks().stream()
        .map(check -> of(check, byCheck.getOrDefault(check.id(), alone)))
        .toList();
  }

  /** What the record has to say of the check, by its evidence. */
  public CheckResult recomputed() {
    if (again.isEmpty()) {
      return trouble.isPresent() ? stored : stored.withOutcome(Outcome.SKIPPED);
    }
    List<Attempt> attempts = new ArrayList<>(stored.attempts());
    Attempt last = attempts.remove(attempts.size() - 1);
    attempts.add(last.withEvaluation(again.get()));
    return stored.withAttempts(attempts).withOutcome(again.get().outcome());
  }

  private static Reevaluation of(CheckResult stored, Replay replay) {
    try {
      return new Reevaluation(stored, replay.conclusion(stored), Optional.empty());
    } catch (ReplayException e) {
      return new Reevaluation(stored, Optional.empty(), Optional.of(e.getMessage()));
    }
  }

  /**
   * What the checks knew of the run, or of the shard that they were a part of; older records don't
   * name an address of their own.
   */
  private static CheckContext context(RunRecord record, Optional<Shard> shard) {
    CheckContext.Resolved target =
        record
            .identity()
            .<CheckContext.Resolved>map(CheckContext.Known::new)
            .orElseGet(
                () -> new CheckContext.Unknown(record.identityGap().orElseGet(Target::unnamed)));
    Optional<String> directory = shard.isPresent() ? shard.get().directory() : record.directory();
    return new CheckContext(
        shard.map(Shard::startedAt).orElse(record.startedAt()),
        target,
        record.serviceUrl().or(() -> record.identity().flatMap(identity -> identity.url())),
        shard.isPresent() ? shard.get().window() : record.window(),
        Path.of(directory.orElse("")),
        Duration.ZERO);
  }
}
