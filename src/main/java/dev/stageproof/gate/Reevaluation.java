package dev.stageproof.gate;

import dev.stageproof.engine.Replay;
import dev.stageproof.engine.ReplayException;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.RunRecord;
import dev.stageproof.spi.CheckContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
    return trouble.isEmpty() && again.equals(stored.evaluation());
  }

  /**
   * Every check of a run, in the record's order.
   *
   * @throws UsageException when a plug-in can't be loaded
   */
  public static List<Reevaluation> of(RunRecord record, Catalog catalog) throws UsageException {
    Replay replay = new Replay(catalog.checkTypes(), context(record), record.evidence());
    return record.checks().stream().map(check -> of(check, replay)).toList();
  }

  private static Reevaluation of(CheckResult stored, Replay replay) {
    try {
      return new Reevaluation(stored, replay.conclusion(stored), Optional.empty());
    } catch (ReplayException e) {
      return new Reevaluation(stored, Optional.empty(), Optional.of(e.getMessage()));
    }
  }

  /** What the checks knew of the run; older records don't name an address of their own. */
  private static CheckContext context(RunRecord record) {
    CheckContext.Resolved target =
        record
            .identity()
            .<CheckContext.Resolved>map(CheckContext.Known::new)
            .orElseGet(
                () -> new CheckContext.Unknown(record.identityGap().orElseGet(Target::unnamed)));
    return new CheckContext(
        record.startedAt(),
        target,
        record.serviceUrl().or(() -> record.identity().flatMap(identity -> identity.url())),
        record.window(),
        Path.of(record.directory().orElse("")),
        Duration.ZERO);
  }
}
