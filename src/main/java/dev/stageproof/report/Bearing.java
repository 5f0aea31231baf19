package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.RunRecord;
import java.util.Optional;

/**
 * How a check bears on the verdict: for formats that have no words of their own for severity,
 * waivers and gaps.
 *
 * @param reason why a finding does not count, "advisory" or "waived by startup-401"; empty when it
 *     counts, and when there is none
 */
public record Bearing(Kind kind, Optional<String> reason) {

  /** What a finding does to the verdict. */
  public enum Kind {
    /** It passed. */
    PASSED,
    /** It failed, and the verdict is FAIL for it. */
    FAILED,
    /** It could not be settled and was to be, or the run's early end cut it off. */
    UNSETTLED,
    /** A finding that does not count against the verdict; it is to be shown all the same. */
    TOLERATED,
    /** It was not run: deselected, or not allowed. */
    NOT_RUN
  }

  public static Bearing of(CheckResult check, RunRecord run) {
    return switch (check.outcome()) {
      case PASS -> of(Kind.PASSED);
      case SKIPPED -> of(cutOff(check) ? Kind.UNSETTLED : Kind.NOT_RUN);
      case FAIL, INCONCLUSIVE ->
          tolerated(check, run)
              .map(reason -> new Bearing(Kind.TOLERATED, Optional.of(reason)))
              .orElse(of(check.outcome() == Outcome.FAIL ? Kind.FAILED : Kind.UNSETTLED));
    };
  }

  /** True for a finding that holds the verdict up. */
  public boolean counts() {
    return kind == Kind.FAILED || kind == Kind.UNSETTLED;
  }

  private static Bearing of(Kind kind) {
    return new Bearing(kind, Optional.empty());
  }

  /** Nobody chose to leave it out: the run ended before its turn. */
  private static boolean cutOff(CheckResult check) {
    return check.blocking()
        && check.gap().filter(gap -> gap.reason() == GapReason.STOPPED).isPresent();
  }

  private static Optional<String> tolerated(CheckResult check, RunRecord run) {
    if (!check.blocking()) {
      return Optional.of("advisory");
    }
    if (check.outcome() == Outcome.INCONCLUSIVE) {
      return Draft.letThrough(check) ? Optional.of("let through without data") : Optional.empty();
    }
    return Draft.waiverOf(run, check).map(waiver -> "waived by " + ForeignText.line(waiver.id()));
  }
}
