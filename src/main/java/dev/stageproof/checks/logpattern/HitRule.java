package dev.stageproof.checks.logpattern;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds the number of hits against its bounds. What was seen decides at once: too many fail, enough
 * pass. What was not seen decides only under the exposure rules, which then stand beside it.
 */
record HitRule(HitBounds bounds, long hits, long entries, ExposureRules exposure) {

  /** The comparison itself first, then the rules that it depends on. */
  List<Assertion> assertions() {
    List<Assertion> rules = rules();
    List<Assertion> all = new ArrayList<>();
    all.add(comparison(rules));
    all.addAll(rules);
    return all;
  }

  private List<Assertion> rules() {
    if (bounds.tooMany(hits)) {
      return List.of();
    }
    if (bounds.tooFew(hits)) {
      return exposure.forPresence();
    }
    return bounds.max().isPresent() ? exposure.forAbsence() : List.of();
  }

  private Assertion comparison(List<Assertion> rules) {
    String actual = Texts.number(hits) + " of " + Texts.number(entries) + " entries";
    Optional<String> open =
        rules.stream()
            .filter(rule -> rule.outcome() != Outcome.PASS)
            .findFirst()
            .flatMap(Assertion::settle);
    return open.map(settle -> Assertion.unsettled(what(), bounds.words(), actual, settle))
        .orElseGet(() -> Assertion.of(what(), bounds.words(), actual, bounds.contain(hits)));
  }

  private static String what() {
    return "matching entries";
  }
}
