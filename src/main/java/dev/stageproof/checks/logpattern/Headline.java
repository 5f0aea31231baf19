package dev.stageproof.checks.logpattern;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Hits;
import java.util.List;
import java.util.Optional;

/** The answer of the check in one line, always with its denominator. */
final class Headline {
  private Headline() {}

  static String of(Hits hits, LogReadObservation seen, Window window, List<Assertion> assertions) {
    String counted =
        "%s of %s%s entries, %s"
            .formatted(
                Texts.number(hits.count()),
                seen.truncated() ? "the first " : "",
                Texts.number(seen.entries()),
                Texts.window(window));
    return counted + open(assertions).map(why -> "; " + why).orElse("");
  }

  /** What the count depends on and was not given, if anything. */
  private static Optional<String> open(List<Assertion> assertions) {
    return assertions.stream()
        .skip(1)
        .filter(rule -> rule.outcome() == Outcome.INCONCLUSIVE)
        .findFirst()
        .map(rule -> rule.what() + ": " + rule.actual() + ", needed " + rule.expected());
  }
}
