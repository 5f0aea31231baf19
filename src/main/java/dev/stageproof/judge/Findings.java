package dev.stageproof.judge;

import dev.stageproof.model.Baseline;
import dev.stageproof.model.Baseline.Source;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Finding;
import dev.stageproof.model.Finding.Kind;
import dev.stageproof.model.Finding.Side;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lays each check beside the same check on the baseline. What a baseline says explains a finding;
 * it never excuses one, so nothing here has a part in the verdict.
 */
final class Findings {
  private final Baseline baseline;
  private final Map<String, CheckResult> there;

  private Findings(Baseline baseline) {
    this.baseline = baseline;
    this.there =
        baseline.checks().stream()
            .collect(
                Collectors.toMap(CheckResult::id, Function.identity(), (first, twin) -> first));
  }

  /**
   * A finding for each check of the run; for none when there is nothing to compare with.
   *
   * @param checks those that the run was told to leave out have none
   */
  static List<Finding> of(List<CheckResult> checks, Optional<Baseline> baseline) {
    return baseline
        .filter(other -> other.gap().isEmpty())
        .map(Findings::new)
        .map(findings -> checks.stream().filter(Findings::run).map(findings::of).toList())
        .orElseGet(List::of);
  }

  private static boolean run(CheckResult check) {
    return check.gap().filter(gap -> gap.reason() == GapReason.DESELECTED).isEmpty();
  }

  private Finding of(CheckResult now) {
    Optional<CheckResult> before = Optional.ofNullable(there.get(now.id()));
    Optional<String> because = incomparable(now, before);
    Kind kind = because.isPresent() ? Kind.NOT_COMPARED : kind(before.orElseThrow().outcome(), now);
    return new Finding(now.id(), kind, before.map(Findings::side), side(now), because);
  }

  private static Side side(CheckResult check) {
    return new Side(check.outcome(), check.headline());
  }

  private static Kind kind(Outcome before, CheckResult now) {
    boolean failed = before == Outcome.FAIL;
    return now.outcome() == Outcome.FAIL
        ? (failed ? Kind.PRE_EXISTING : Kind.NEW)
        : (failed ? Kind.FIXED : Kind.UNCHANGED);
  }

  private Optional<String> incomparable(CheckResult now, Optional<CheckResult> before) {
    if (!now.outcome().settled()) {
      return Optional.of("it is not settled in this run");
    }
    if (before.isEmpty()) {
      return Optional.of(absent());
    }
    CheckResult other = before.get();
    if (baseline.source() == Source.RECORD && !SameQuestion.asked(other, now)) {
      return Optional.of("it was configured otherwise then");
    }
    return other.outcome().settled() ? Optional.empty() : Optional.of(unsettled(other));
  }

  private String absent() {
    return switch (baseline.source()) {
      case REVISION -> "it asks nothing of the revision: there its answer would be the same";
      case RECORD -> "the earlier run has no check of this name";
    };
  }

  private static String unsettled(CheckResult other) {
    return other
        .gap()
        .map(Findings::words)
        .orElseGet(() -> "it is not settled there: " + Words.open(other.headline()));
  }

  private static String words(Gap gap) {
    return Words.open(gap.message()) + "; " + Words.open(gap.settle());
  }
}
