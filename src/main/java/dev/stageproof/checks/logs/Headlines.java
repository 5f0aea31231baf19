package dev.stageproof.checks.logs;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import java.util.List;

/** What the one-line answers of all log checks have in common. */
public final class Headlines {
  private Headlines() {}

  /** What an answer depends on and was not given, to be put behind it; empty if nothing. */
  public static String open(List<Assertion> rules) {
    return rules.stream()
        .filter(rule -> rule.outcome() == Outcome.INCONCLUSIVE)
        .findFirst()
        .map(rule -> "; " + rule.what() + ": " + rule.actual() + ", needed " + rule.expected())
        .orElse("");
  }

  /** That a baseline was asked for and could not be read; empty if nothing is amiss. */
  public static String missing(LogReading reading) {
    return reading.missing().map(gap -> "; " + gap.message()).orElse("");
  }
}
