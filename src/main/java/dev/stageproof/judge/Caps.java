package dev.stageproof.judge;

import dev.stageproof.model.Configuration;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.TargetMovement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What keeps a run whose checks passed from PASS: the verdict is about one revision, so it must be
 * known, ready, and the one that serves the users who are meant to be served by it; from the first
 * look to the last.
 *
 * <p>A target that was named and could not be seen caps as well, and so does one that could not be
 * seen again at the end: or a lost permission would turn "users are served by another revision"
 * into PASS. A run that names no target claims nothing about a deployment, and is not capped.
 */
final class Caps {
  private Caps() {}

  /** One sentence for each, without an order of weight; empty when nothing caps. */
  static List<String> on(Case run) {
    return Stream.of(unknown(run), unserved(run), notReady(run), unseen(run))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> unknown(Case run) {
    return run.identityGap()
        .filter(gap -> gap.reason() != GapReason.UNKNOWN_TARGET)
        .map(gap -> "It is not known what was under test: " + Words.open(gap.message()) + ".");
  }

  private static Optional<String> unserved(Case run) {
    return Serving.of(run).filter(Serving::lacking).map(Serving::instead);
  }

  private static Optional<String> notReady(Case run) {
    if (run.configuration().filter(it -> !it.ready()).isPresent()) {
      return revision(run)
          .map(name -> "The platform does not call the revision under test, " + name + ", ready.");
    }
    return revision(run)
        .filter(name -> lostReadiness(run))
        .map(
            name ->
                "The revision under test, "
                    + name
                    + ", stopped being ready while the run was under way.");
  }

  private static Optional<String> unseen(Case run) {
    return TargetMovement.whyUnseen(run.movement()).map(MovementRemarks::unseen);
  }

  /** True when the revision under test lost its users or its readiness during the run. */
  static boolean lostDuring(Case run) {
    return Serving.of(run).filter(Serving::lost).isPresent() || lostReadiness(run);
  }

  /** A revision that was ready and about which the platform says something else now. */
  private static boolean lostReadiness(Case run) {
    return run.configuration().filter(Configuration::ready).isPresent()
        && revision(run)
            .filter(name -> TargetMovement.stateChanged(run.movement(), name))
            .isPresent();
  }

  private static Optional<String> revision(Case run) {
    return run.identity().map(Identity::revision);
  }
}
