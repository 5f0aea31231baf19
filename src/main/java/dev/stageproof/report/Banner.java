package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.RunRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The first thing a reader sees: yes or no, why, and for which revision.
 *
 * @param revision empty when nothing deployed was identified
 * @param tally "9 checks: 6 ✅ 1 ❌ 2 ❔, 2 of them advisory"
 * @param advice what to do, in one short sentence
 * @param because the reason for the verdict
 * @param alerts what limits the answer as a whole, each a heading word and a sentence
 */
public record Banner(
    String mark,
    String verdict,
    Optional<String> revision,
    String tally,
    String confidence,
    String advice,
    String because,
    List<Alert> alerts) {

  /** Something that limits the whole answer. */
  public record Alert(String mark, String what, String text) {}

  static Banner of(RunRecord run) {
    return new Banner(
        Marks.of(run.judgment().verdict()),
        run.judgment().verdict().name(),
        run.identity().map(identity -> ForeignText.line(identity.revision())),
        tally(run.checks()),
        run.judgment().confidence().level().name(),
        Advice.of(run).imperative(),
        ForeignText.line(run.judgment().because()),
        alerts(run));
  }

  private static String tally(List<CheckResult> checks) {
    if (checks.isEmpty()) {
      return "no checks";
    }
    String outcomes =
        Arrays.stream(Outcome.values())
            .filter(outcome -> count(checks, outcome) > 0)
            .map(outcome -> Figures.count(count(checks, outcome)) + " " + Marks.of(outcome))
            .collect(Collectors.joining(" "));
    long advisory = checks.stream().filter(check -> !check.blocking()).count();
    return Figures.count(checks.size(), "check", "checks")
        + ": "
        + outcomes
        + (advisory > 0 ? ", " + Figures.count(advisory) + " of them advisory" : "");
  }

  private static long count(List<CheckResult> checks, Outcome outcome) {
    return checks.stream().filter(check -> check.outcome() == outcome).count();
  }

  private static List<Alert> alerts(RunRecord run) {
    List<Alert> alerts = new ArrayList<>();
    if (run.partial()) {
      alerts.add(
          new Alert(Marks.CARE, "Partial run", "it was stopped before every check had its say."));
    }
    long skipped = count(run.checks(), Outcome.SKIPPED);
    if (skipped > 0) {
      alerts.add(notRun(run, skipped));
    }
    if (run.identity().isEmpty()) {
      alerts.add(new Alert(Marks.CARE, "Nothing deployed was identified", Facts.unidentified(run)));
    }
    return List.copyOf(alerts);
  }

  private static Alert notRun(RunRecord run, long skipped) {
    String ids =
        run.checks().stream()
            .filter(check -> check.outcome() == Outcome.SKIPPED)
            .map(CheckResult::id)
            .collect(Collectors.joining(", "));
    String count = Figures.count(skipped) + " of " + Figures.count(run.checks().size());
    return new Alert(
        Marks.of(Outcome.SKIPPED), "Not run", ForeignText.line(count + " checks: " + ids) + ".");
  }
}
