package dev.stageproof.checks.requests;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Adds up what several answers show about one expectation: all of them have to meet it. */
public final class Tally {

  /** More different sights than these are not told one by one. */
  private static final int MOST_KINDS = 3;

  private Tally() {}

  public static <T> Assertion of(
      String what, String expected, List<T> answers, Function<T, Finding> compare) {
    List<Finding> findings = answers.stream().map(compare).toList();
    Outcome outcome = Outcome.all(findings.stream().map(Finding::outcome).toList());
    Optional<String> settle =
        findings.stream()
            .filter(finding -> finding.outcome() == outcome)
            .flatMap(finding -> finding.settle().stream())
            .findFirst();
    return new Assertion(what, expected, actual(findings), outcome, settle);
  }

  private static String actual(List<Finding> findings) {
    if (findings.size() == 1) {
      return findings.get(0).actual();
    }
    Map<String, Long> counts =
        findings.stream()
            .collect(
                Collectors.groupingBy(Finding::actual, LinkedHashMap::new, Collectors.counting()));
    String told =
        counts.entrySet().stream()
            .limit(MOST_KINDS)
            .map(kind -> kind.getKey() + " (" + kind.getValue() + " of " + findings.size() + ")")
            .collect(Collectors.joining(", "));
    int untold = counts.size() - MOST_KINDS;
    return untold > 0 ? told + " and " + untold + " more" : told;
  }
}
