package dev.stageproof.sandbox;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be true between the parts of a scenario. */
final class ScenarioRules {
  private static final int WHOLE = 100;

  private ScenarioRules() {}

  /**
   * @throws IllegalArgumentException naming the first contradiction
   */
  static void check(List<ScenarioRevision> revisions, List<Scenario.Traffic> traffic) {
    Set<String> names =
        revisions.stream().map(ScenarioRevision::name).collect(Collectors.toUnmodifiableSet());
    require(!names.isEmpty(), "a scenario needs at least one revision");
    require(names.size() == revisions.size(), "two revisions have the same name");
    int sum = traffic.stream().mapToInt(Scenario.Traffic::percent).sum();
    require(sum == WHOLE, "traffic adds up to " + sum + " percent, not 100");
    for (Scenario.Traffic share : traffic) {
      share
          .revision()
          .ifPresent(name -> require(names.contains(name), "traffic to unknown revision " + name));
    }
  }

  private static void require(boolean held, String otherwise) {
    if (!held) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
