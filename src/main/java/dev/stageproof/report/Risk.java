package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Confidence.Level;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Remark;
import dev.stageproof.model.RunRecord;
import java.util.Optional;
import java.util.Set;

/**
 * What is risked by promoting, by the verdict alone: HIGH after a FAIL, UNKNOWN after an
 * INCONCLUSIVE, and after a PASS the lowest that nothing speaks against.
 *
 * @param level LOW, MEDIUM, HIGH or UNKNOWN
 * @param because why it is not LOW, or why it is
 */
public record Risk(String level, String because) {

  private static final Set<Remark.Kind> GRAVE =
      Set.of(Remark.Kind.CONTRADICTION, Remark.Kind.WAIVER, Remark.Kind.NO_DATA_ALLOWED);

  static Risk of(RunRecord run) {
    return switch (run.judgment().verdict()) {
      case FAIL -> new Risk("HIGH", "a blocking check failed");
      case INCONCLUSIVE -> new Risk("UNKNOWN", "too little was seen to tell");
      case PASS -> passed(run);
    };
  }

  private static Risk passed(RunRecord run) {
    return reservation(run)
        .map(because -> new Risk("MEDIUM", because))
        .orElseGet(() -> new Risk("LOW", "every check passed, and the confidence is HIGH"));
  }

  private static Optional<String> reservation(RunRecord run) {
    Level level = run.judgment().confidence().level();
    if (level != Level.HIGH) {
      return Optional.of("the confidence is " + level);
    }
    long failed = run.checks().stream().filter(Risk::speaksAgainst).count();
    if (failed > 0) {
      return Optional.of(
          Figures.count(failed, "advisory check", "advisory checks") + " did not pass");
    }
    return run.judgment().remarks().stream().anyMatch(remark -> GRAVE.contains(remark.kind()))
        ? Optional.of("observations qualify the pass")
        : Optional.empty();
  }

  private static boolean speaksAgainst(CheckResult check) {
    return check.outcome() != Outcome.PASS && !Draft.deselected(check);
  }
}
