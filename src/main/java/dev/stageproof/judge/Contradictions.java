package dev.stageproof.judge;

import java.util.List;

/** The rules for contradictions, those that make most doubtful first. */
final class Contradictions {
  private static final List<Contradiction.Rule> RULES =
      List.of(
          new TrafficRule(),
          new ReadinessRule(),
          new WindowRule(),
          new EnvironmentRule(),
          new ShardRule(),
          new ClaimRule(),
          new TagRule());

  private Contradictions() {}

  static List<Contradiction> in(Seen seen) {
    return RULES.stream().flatMap(rule -> rule.in(seen).stream()).toList();
  }
}
