package dev.stageproof.judge;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.WaiverResult;
import dev.stageproof.model.WaiverResult.Use;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A check and how the verdict counts it. */
record Counted(CheckResult check, Standing standing) {

  static List<Counted> all(List<CheckResult> checks, List<WaiverResult> waivers) {
    Set<String> covered =
        waivers.stream()
            .filter(result -> result.use() == Use.USED)
            .map(result -> result.waiver().check())
            .collect(Collectors.toUnmodifiableSet());
    return checks.stream().map(check -> of(check, covered)).toList();
  }

  private static Counted of(CheckResult check, Set<String> covered) {
    boolean waived = check.outcome() == Outcome.FAIL && covered.contains(check.id());
    return new Counted(check, waived ? Standing.WAIVED : Standing.of(check));
  }

  static List<Counted> with(Standing standing, List<Counted> checks) {
    return checks.stream().filter(counted -> counted.standing() == standing).toList();
  }

  String id() {
    return check.id();
  }

  /** The answer in one line, ready to be continued. */
  String finding() {
    String headline = Words.open(check.headline());
    return Standing.failedForWantOfData(check)
        ? headline + "; no data counts as a failure"
        : headline;
  }
}
