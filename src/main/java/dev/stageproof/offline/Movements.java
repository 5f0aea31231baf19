package dev.stageproof.offline;

import dev.stageproof.model.Change;
import dev.stageproof.model.TargetMovement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What changed about a target that was looked at more often than twice. */
public final class Movements {
  private static final int ALL = 100;

  private Movements() {}

  /**
   * One change for each thing that changed: the least share of the traffic that the revision had,
   * and of everything else what it became first.
   */
  public static List<Change> worst(Collection<Change> changes, Optional<String> revision) {
    Map<String, Change> byName = new LinkedHashMap<>();
    changes.forEach(
        change -> byName.merge(change.what(), change, (one, two) -> worse(one, two, revision)));
    return List.copyOf(byName.values());
  }

  private static Change worse(Change one, Change other, Optional<String> revision) {
    return share(other, revision) < share(one, revision) ? other : one;
  }

  private static int share(Change change, Optional<String> revision) {
    return revision.flatMap(name -> TargetMovement.trafficAtEnd(List.of(change), name)).orElse(ALL);
  }
}
