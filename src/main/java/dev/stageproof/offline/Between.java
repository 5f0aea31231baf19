package dev.stageproof.offline;

import dev.stageproof.model.Change;
import dev.stageproof.model.Configuration;
import dev.stageproof.model.Identity;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.TargetMovement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a verdict weighs of a target and was otherwise when a later run of it began. */
final class Between {
  private Between() {}

  static List<Change> of(RunRecord first, RunRecord later) {
    return Stream.of(traffic(first, later), readiness(first, later))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Change> traffic(RunRecord first, RunRecord later) {
    Optional<Integer> before = first.identity().map(Identity::trafficPercent);
    Optional<Integer> after = later.identity().map(Identity::trafficPercent);
    return before.equals(after) || after.isEmpty()
        ? Optional.empty()
        : revision(first)
            .map(
                name ->
                    new Change(
                        TargetMovement.trafficTo(name),
                        before.map(share -> share + " %"),
                        after.map(share -> share + " %")));
  }

  private static Optional<Change> readiness(RunRecord first, RunRecord later) {
    boolean was = first.configuration().filter(Configuration::ready).isPresent();
    boolean is = later.configuration().filter(Configuration::ready).isPresent();
    return was == is || later.configuration().isEmpty()
        ? Optional.empty()
        : revision(first)
            .map(
                name ->
                    new Change(
                        TargetMovement.stateOf(name),
                        Optional.of(word(was)),
                        Optional.of(word(is))));
  }

  private static String word(boolean ready) {
    return ready ? "ready" : "not ready";
  }

  private static Optional<String> revision(RunRecord run) {
    return run.identity().map(Identity::revision);
  }
}
