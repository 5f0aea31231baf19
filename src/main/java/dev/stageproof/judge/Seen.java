package dev.stageproof.judge;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.ClaimResult;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.Verdict;
import java.util.List;

/** A case and what has been made of it so far: what the rules for contradictions look at. */
record Seen(Case run, List<ClaimResult> claims, Verdict verdict) {

  /** The checks that ask the service whether it is well, with the given outcome. */
  List<CheckResult> health(Outcome outcome) {
    return run.checks().stream()
        .filter(check -> check.section() == Section.HEALTH)
        .filter(check -> check.outcome() == outcome)
        .toList();
  }
}
