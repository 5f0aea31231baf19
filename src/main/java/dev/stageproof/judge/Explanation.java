package dev.stageproof.judge;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Baseline;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Finding;
import dev.stageproof.model.Finding.Kind;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the baseline says about the failures that decide: one sentence beside the reason of a FAIL,
 * which it leaves as it is.
 */
record Explanation(Baseline baseline, Optional<Identity> tested, List<Finding> findings) {

  /** The sentence with a blank before it; empty when there is nothing to say. */
  static String of(List<Counted> checks, List<Finding> findings, Case seen) {
    List<CheckResult> failed =
        Counted.with(Standing.FAILED, checks).stream()
            .map(Counted::check)
            .filter(CheckResult::blocking)
            .toList();
    return seen.baseline()
        .filter(baseline -> !failed.isEmpty())
        .map(baseline -> new Explanation(baseline, seen.identity(), findings))
        .flatMap(explanation -> explanation.about(failed))
        .map(sentence -> " " + sentence)
        .orElse("");
  }

  private Optional<String> about(List<CheckResult> failed) {
    if (failed.stream().allMatch(check -> is(check, Kind.PRE_EXISTING))) {
      boolean alike = failed.stream().allMatch(this::failsAlike);
      return Optional.of(who() + fails() + (alike ? " the same way." : " as well."));
    }
    List<String> added =
        failed.stream().filter(check -> is(check, Kind.NEW)).map(CheckResult::id).toList();
    return added.isEmpty()
        ? Optional.empty()
        : Optional.of(who() + passes() + " " + Words.list(added) + ".");
  }

  private boolean is(CheckResult check, Kind kind) {
    return findings.stream()
        .anyMatch(finding -> finding.check().equals(check.id()) && finding.kind() == kind);
  }

  private boolean failsAlike(CheckResult now) {
    return baseline.checks().stream()
        .filter(before -> before.id().equals(now.id()))
        .anyMatch(before -> broken(before).equals(broken(now)));
  }

  private static Set<String> broken(CheckResult check) {
    return check.evaluation().map(Evaluation::assertions).orElse(List.of()).stream()
        .filter(assertion -> assertion.outcome() == Outcome.FAIL)
        .map(Assertion::what)
        .collect(Collectors.toUnmodifiableSet());
  }

  private String who() {
    boolean before =
        tested
            .flatMap(Identity::previous)
            .filter(previous -> previous.revision().equals(baseline.name()))
            .isPresent();
    return switch (baseline.source()) {
      case RECORD -> "The earlier run " + baseline.name();
      case REVISION ->
          before ? "The revision before, " + baseline.name() + "," : "Revision " + baseline.name();
    };
  }

  private String fails() {
    return baseline.source() == Baseline.Source.RECORD ? " failed" : " fails";
  }

  private String passes() {
    return baseline.source() == Baseline.Source.RECORD ? " passed" : " passes";
  }
}
