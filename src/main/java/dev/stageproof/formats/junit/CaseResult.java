package dev.stageproof.formats.junit;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import dev.stageproof.report.Bearing;

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
    Bearing bearing = Bearing.of(check, run);
    String why = check.headline();
    return switch (bearing.kind()) {
      case PASSED -> new CaseResult(Kind.PASSED, "");
      case FAILED -> new CaseResult(Kind.FAILURE, why);
      case UNSETTLED -> new CaseResult(Kind.ERROR, why);
      case NOT_RUN -> new CaseResult(Kind.SKIPPED, why);
      case TOLERATED ->
          new CaseResult(
              Kind.SKIPPED, bearing.reason().orElseThrow() + ": " + check.outcome() + ", " + why);
    };
  }

  /** The verdict counts more than the checks: an empty run, or a revision that nobody gets. */
  static CaseResult of(Judgment judgment) {
    Verdict verdict = judgment.verdict();
    return switch (verdict) {
      case PASS -> new CaseResult(Kind.PASSED, "");
      case FAIL -> new CaseResult(Kind.FAILURE, verdict + ": " + judgment.because());
      case INCONCLUSIVE -> new CaseResult(Kind.ERROR, verdict + ": " + judgment.because());
    };
  }
}
