package dev.stageproof.engine;

import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One attempt of a check, before evidence is numbered.
 *
 * @param gap why the round saw nothing; empty when it did
 */
record Round(
    int number,
    Instant startedAt,
    Duration took,
    Evaluation evaluation,
    List<Look> looks,
    Optional<Gap> gap) {

  /** What no waiting mends. */
  private static final Set<GapReason> LASTING =
      Set.of(
          GapReason.NO_PERMISSION,
          GapReason.NO_CREDENTIALS,
          GapReason.NOT_INSTALLED,
          GapReason.EXEC_NOT_ALLOWED);

  /**
   * True when another attempt is worth its time. A failure is: what failed may recover, even where
   * not all of it could be seen.
   */
  boolean mayEndBetter() {
    return switch (evaluation.outcome()) {
      case PASS -> false;
      case INCONCLUSIVE ->
          looks.stream()
              .flatMap(look -> look.gap().stream())
              .noneMatch(why -> LASTING.contains(why.reason()));
      case FAIL, SKIPPED -> true;
    };
  }
}
