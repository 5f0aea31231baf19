package dev.stageproof.judge;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.ClaimResult;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A case and what has been made of it so far: what the rules for contradictions look at. Checks are
 * taken in the order of their ids, so that the order of a configuration changes no word.
 */
record Seen(Case run, List<ClaimResult> claims, Verdict verdict) {

  Stream<CheckResult> checks() {
    return run.checks().stream().sorted(Comparator.comparing(CheckResult::id));
  }

  /** The checks that ask the service whether it is well, with the given outcome. */
  List<CheckResult> health(Outcome outcome) {
    return checks()
        .filter(check -> check.section() == Section.HEALTH)
        .filter(check -> check.outcome() == outcome)
        .toList();
  }
}
