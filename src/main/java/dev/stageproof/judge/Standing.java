package dev.stageproof.judge;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Outcome;

/** How the verdict counts a check. */
enum Standing {
  PASSED,
  FAILED,
  /** Failed, and a waiver in date covers it; not a pass. */
  WAIVED,
  UNSETTLED,
  /** Saw too little, and its configuration says that this is acceptable; not a pass. */
  LET_THROUGH;

  /** The standing before any waiver is considered. */
  static Standing of(CheckResult check) {
    return switch (check.outcome()) {
      case PASS -> PASSED;
      case FAIL -> FAILED;
      case SKIPPED -> UNSETTLED;
      case INCONCLUSIVE -> withoutData(check);
    };
  }

  private static Standing withoutData(CheckResult check) {
    return switch (check.onNoData().then()) {
      case INCONCLUSIVE -> UNSETTLED;
      case FAIL -> FAILED;
      case PASS -> LET_THROUGH;
    };
  }

  /** True when the check failed only because its configuration counts no data as a failure. */
  static boolean failedForWantOfData(CheckResult check) {
    return check.outcome() == Outcome.INCONCLUSIVE && of(check) == FAILED;
  }
}
