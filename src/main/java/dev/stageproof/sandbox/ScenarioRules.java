package dev.stageproof.sandbox;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be true between the parts of a scenario. */
final class ScenarioRules {
  private static final int WHOLE = 100;

  private ScenarioRules() {}

  /**
   * @throws IllegalArgumentException naming the first contradiction
   */
  static void check(
      List<ScenarioRevision> revisions,
      List<Scenario.Traffic> traffic,
      Optional<String> latestReady,
      List<Scenario.Change> changes) {
    Set<String> names =
        revisions.stream().map(ScenarioRevision::name).collect(Collectors.toUnmodifiableSet());
    require(!names.isEmpty(), "a scenario needs at least one revision");
    require(names.size() == revisions.size(), "two revisions have the same name");
    latestReady.ifPresent(name -> known(names, "the latest ready one is", name));
    traffic(names, traffic);
    for (Scenario.Change change : changes) {
      change.latestReady().ifPresent(name -> known(names, "the latest ready one is", name));
      if (!change.traffic().isEmpty()) {
        traffic(names, change.traffic());
      }
    }
  }

  private static void traffic(Set<String> names, List<Scenario.Traffic> traffic) {
    int sum = traffic.stream().mapToInt(Scenario.Traffic::percent).sum();
    require(sum == WHOLE, "traffic adds up to " + sum + " percent, not 100");
    for (Scenario.Traffic share : traffic) {
      share.revision().ifPresent(name -> known(names, "traffic to", name));
    }
    List<String> tags = traffic.stream().flatMap(share -> share.tag().stream()).toList();
    require(Set.copyOf(tags).size() == tags.size(), "two shares have the same tag");
  }

  private static void known(Set<String> names, String where, String name) {
    require(names.contains(name), where + " unknown revision " + name);
  }

  private static void require(boolean held, String otherwise) {
    if (!held) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
