package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.RunRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first thing a reader sees: yes or no, why, and for which revision.
 *
 * @param mark the mark of the verdict
 * @param verdict PASS, FAIL or INCONCLUSIVE
 * @param revision empty when nothing deployed was identified
 * @param tally "7 blocking: 5 ✅ 1 ❌ 1 ❔ · 2 advisory: 2 ✅"
 * @param confidence HIGH, MEDIUM or LOW
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

  private static final int IDS_SHOWN = 4;

  /**
   * Something that limits the whole answer.
   *
   * @param mark the mark of its kind
   * @param what a few words to begin with: "Partial run"
   * @param text the rest, in a sentence
   * @param command what the text ends with, to be copied
   */
  public record Alert(String mark, String what, String text, Optional<String> command) {

    Alert(String mark, String what, String text) {
      this(mark, what, text, Optional.empty());
    }
  }

  static Banner of(RunRecord run, Marks marks) {
    return new Banner(
        marks.of(run.judgment().verdict()),
        run.judgment().verdict().name(),
        run.identity().map(identity -> ForeignText.line(identity.revision())),
        tally(run.checks(), marks),
        run.judgment().confidence().level().name(),
        Advice.of(run).imperative(),
        ForeignText.line(run.judgment().because()),
        alerts(run, marks));
  }

  private static String tally(List<CheckResult> checks, Marks marks) {
    if (checks.isEmpty()) {
      return "no checks";
    }
    List<CheckResult> blocking = checks.stream().filter(CheckResult::blocking).toList();
    List<CheckResult> advisory = checks.stream().filter(check -> !check.blocking()).toList();
    return Stream.of(tally(blocking, "blocking", marks), tally(advisory, "advisory", marks))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private static String tally(List<CheckResult> checks, String kind, Marks marks) {
    String outcomes =
        Arrays.stream(Outcome.values())
            .filter(outcome -> count(checks, outcome) > 0)
            .map(outcome -> Figures.count(count(checks, outcome)) + " " + marks.of(outcome))
            .collect(Collectors.joining(" "));
    return outcomes.isEmpty() ? "" : Figures.count(checks.size()) + " " + kind + ": " + outcomes;
  }

  private static long count(List<CheckResult> checks, Outcome outcome) {
    return checks.stream().filter(check -> check.outcome() == outcome).count();
  }

  private static List<Alert> alerts(RunRecord run, Marks marks) {
    List<Alert> alerts = new ArrayList<>();
    if (run.partial()) {
      alerts.add(
          new Alert(marks.care(), "Partial run", "it was stopped before every check had its say."));
    }
    leftOut(run, "Not run", check -> !Draft.deselected(check), marks).ifPresent(alerts::add);
    leftOut(run, "Not selected", Draft::deselected, marks).ifPresent(alerts::add);
    if (run.identity().isEmpty()) {
      alerts.add(
          new Alert(marks.care(), "Nothing deployed was identified", Facts.unidentified(run)));
    }
    Unserved.of(run).map(it -> it.alert(marks)).ifPresent(alerts::add);
    MovingTarget.alert(run, marks).ifPresent(alerts::add);
    return List.copyOf(alerts);
  }

  private static Optional<Alert> leftOut(
      RunRecord run, String word, Predicate<CheckResult> concerned, Marks marks) {
    List<String> ids =
        run.checks().stream()
            .filter(check -> check.outcome() == Outcome.SKIPPED)
            .filter(concerned)
            .map(CheckResult::id)
            .toList();
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    String count = Figures.count(ids.size()) + " of " + Figures.count(run.checks().size());
    String text = ForeignText.line(count + " checks: " + named(ids)) + ".";
    return Optional.of(new Alert(marks.of(Outcome.SKIPPED), word, text));
  }

  private static String named(List<String> ids) {
    return ids.size() <= IDS_SHOWN + 1
        ? String.join(", ", ids)
        : String.join(", ", ids.subList(0, IDS_SHOWN))
            + " and "
            + Figures.count(ids.size() - IDS_SHOWN)
            + " more";
  }
}
