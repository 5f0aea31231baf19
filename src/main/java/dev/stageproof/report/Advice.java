package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Confidence;
import dev.stageproof.model.RunRecord;
import java.util.Optional;

/**
 * What to do, by the verdict alone: the same verdict always gives the same words.
 *
 * @param imperative one short sentence
 * @param caution what to weigh first, when there is something
 */
record Advice(String imperative, Optional<String> caution) {

  static Advice of(RunRecord run) {
    return switch (run.judgment().verdict()) {
      case PASS -> passed(run);
      case FAIL -> new Advice("Do not promote.", Optional.empty());
      case INCONCLUSIVE ->
          Unserved.of(run).isPresent() && settled(run)
              ? new Advice(
                  "Users don't get this revision; send them to it, or say that it does not serve"
                      + " yet.",
                  Optional.of("This is not a failure: its blocking checks are settled."))
              : new Advice(
                  "Not proven; don't promote yet.",
                  Optional.of("This is not a failure: too little was seen to tell."));
    };
  }

  private static boolean settled(RunRecord run) {
    return run.checks().stream()
        .filter(CheckResult::blocking)
        .allMatch(check -> check.outcome().settled() || Draft.letThrough(check));
  }

  private static Advice passed(RunRecord run) {
    if (!Facts.aboutDeployment(run)) {
      return new Advice(
          "Passed; nothing deployed was observed.",
          Optional.of("The checks hold for what was here, not for what runs anywhere."));
    }
    if (run.identity().isEmpty()) {
      return new Advice(
          "Passed, but for no identified revision; identify it before promoting.",
          Optional.of(
              "The checks hold for what answered them, which is not known to be deployed."));
    }
    Confidence.Level level = run.judgment().confidence().level();
    return new Advice(
        "Promote `" + ForeignText.line(run.identity().get().revision()) + "`.",
        level == Confidence.Level.HIGH
            ? Optional.empty()
            : Optional.of("The confidence is " + level + ": read its terms first."));
  }
}
