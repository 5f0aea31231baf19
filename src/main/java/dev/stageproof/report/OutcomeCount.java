package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Outcome;
import java.util.Arrays;
import java.util.List;

/**
 * How many checks had one outcome.
 *
 * @param mark the mark of its outcome
 * @param outcome its name: "PASS"
 * @param count how many, in figures; never 0
 */
public record OutcomeCount(String mark, String outcome, String count) {

  static List<OutcomeCount> of(List<CheckResult> checks, Marks marks) {
    return Arrays.stream(Outcome.values())
        .map(outcome -> of(outcome, checks, marks))
        .filter(it -> !it.count.equals("0"))
        .toList();
  }

  private static OutcomeCount of(Outcome outcome, List<CheckResult> checks, Marks marks) {
    long count = checks.stream().filter(check -> check.outcome() == outcome).count();
    return new OutcomeCount(marks.of(outcome), outcome.name(), Figures.count(count));
  }
}
