package dev.stageproof.formats.junit;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.OnNoData;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.WaiverResult;
import java.util.Optional;

/**
 * What a check is in JUnit's words.
 *
 * @param message why; empty for a passed case
 */
record CaseResult(Kind kind, String message) {

  /** JUnit's results; each but PASSED is an element of its name. */
  enum Kind {
    PASSED("passed"),
    FAILURE("failure"),
    ERROR("error"),
    SKIPPED("skipped");

    final String element;

    Kind(String element) {
      this.element = element;
    }
  }

  static CaseResult of(CheckResult check, RunRecord run) {
    String why = check.headline();
    if (check.outcome() == Outcome.PASS) {
      return new CaseResult(Kind.PASSED, "");
    }
    if (check.outcome() == Outcome.SKIPPED) {
      return new CaseResult(cutOff(check) ? Kind.ERROR : Kind.SKIPPED, why);
    }
    return tolerated(check, run)
        .map(reason -> new CaseResult(Kind.SKIPPED, reason + ": " + check.outcome() + ", " + why))
        .orElse(new CaseResult(check.outcome() == Outcome.FAIL ? Kind.FAILURE : Kind.ERROR, why));
  }

  /** Nobody chose to leave it out: the run ended before its turn. */
  private static boolean cutOff(CheckResult check) {
    return check.blocking()
        && check.gap().filter(gap -> gap.reason() == GapReason.STOPPED).isPresent();
  }

  /** Why a finding does not count against the verdict; empty when it does. */
  private static Optional<String> tolerated(CheckResult check, RunRecord run) {
    if (!check.blocking()) {
      return Optional.of("advisory");
    }
    if (check.outcome() == Outcome.INCONCLUSIVE) {
      return check.onNoData().then() == OnNoData.Then.PASS
          ? Optional.of("let through without data")
          : Optional.empty();
    }
    return run.judgment().waivers().stream()
        .filter(result -> result.use() == WaiverResult.Use.USED)
        .map(WaiverResult::waiver)
        .filter(waiver -> waiver.check().equals(check.id()))
        .map(waiver -> "waived by " + waiver.id())
        .findFirst();
  }
}
