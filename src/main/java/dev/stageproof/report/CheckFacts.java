package dev.stageproof.report;

import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Exposure;
import dev.stageproof.model.Finding;
import dev.stageproof.model.Finding.Kind;
import dev.stageproof.model.LogFindings;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a check was looked at, and what a reader must know to weigh its answer. */
final class CheckFacts {
  private static final int ATTEMPTS_SHOWN = 10;
  private static final int ANSWER_LIMIT = 120;

  private CheckFacts() {}

  static List<Fact> of(CheckResult check, Draft draft) {
    List<Fact> facts = new ArrayList<>();
    if (check.attempts().size() > 1) {
      facts.add(Fact.text("Attempts", attempts(check, draft.marks())));
    }
    compared(check, draft).ifPresent(facts::add);
    exposure(check).ifPresent(facts::add);
    LogReads.findings(check)
        .map(LogFindings::read)
        .flatMap(draft.index().reads()::number)
        .ifPresent(number -> facts.add(Fact.text("Log read", number)));
    measured(check, draft.marks()).ifPresent(facts::add);
    check
        .onNoData()
        .reason()
        .filter(reason -> Draft.letThrough(check))
        .ifPresent(reason -> facts.add(Fact.text("Let through without data", reason)));
    check.gap().ifPresent(gap -> facts.add(Fact.text("What would settle it", gap.settle())));
    return List.copyOf(facts);
  }

  /** What the baseline says, where that is news. */
  private static Optional<Fact> compared(CheckResult check, Draft draft) {
    RunRecord run = draft.run();
    return Compared.finding(run, check.id())
        .filter(finding -> finding.kind() != Kind.UNCHANGED && finding.kind() != Kind.NOT_COMPARED)
        .flatMap(finding -> finding.before().map(before -> compared(finding, before, run)));
  }

  private static Fact compared(Finding finding, Finding.Side before, RunRecord run) {
    String ids =
        String.join(
            ", ", Compared.evidence(finding.check(), run.baseline().orElseThrow().checks()));
    return Fact.text(
        "Baseline",
        Compared.word(finding.kind())
            + "; there "
            + before.outcome()
            + ", "
            + Brief.of(before.headline(), ANSWER_LIMIT)
            + (ids.isEmpty() ? "" : " (" + ids + ")"));
  }

  private static String attempts(CheckResult check, Marks marks) {
    int count = check.attempts().size();
    int first = Math.max(0, count - ATTEMPTS_SHOWN);
    String shown =
        check.attempts().stream()
            .skip(first)
            .map(attempt -> marks.of(attempt.evaluation().outcome()))
            .collect(Collectors.joining(" ", first > 0 ? "… " : "", ""));
    return Figures.count(count) + " (" + shown + ")" + (check.flaky() ? flaky(check) : "");
  }

  /** A pass that was repeated for says what it was repeated for. */
  private static String flaky(CheckResult check) {
    List<Attempt> before = check.attempts().subList(0, check.attempts().size() - 1);
    Attempt last = before.get(before.size() - 1);
    return ", flaky: it passed only when repeated; attempt "
        + Figures.count(last.number())
        + " had "
        + Brief.of(reason(last.evaluation()), ANSWER_LIMIT);
  }

  private static String reason(Evaluation evaluation) {
    return evaluation.assertions().stream()
        .filter(it -> it.outcome() != Outcome.PASS)
        .findFirst()
        .map(it -> it.what() + ": " + it.actual() + ", expected " + it.expected())
        .orElse(evaluation.headline());
  }

  /** What the log section tells of the read need not stand at each of its checks. */
  private static Optional<Fact> exposure(CheckResult check) {
    return check
        .evaluation()
        .filter(seen -> seen.logs().isEmpty())
        .flatMap(Evaluation::exposure)
        .map(exposure -> Fact.text("Exposure", exposure(exposure)));
  }

  private static String exposure(Exposure exposure) {
    return Figures.count(exposure.entries(), "log entry", "log entries")
        + " read, "
        + Figures.count(exposure.requests(), "request", "requests")
        + " served for others than stageproof, "
        + Figures.duration(exposure.covered())
        + " covered";
  }

  private static Optional<Fact> measured(CheckResult check, Marks marks) {
    String values =
        check.evaluation().stream()
            .flatMap(seen -> Measure.of(seen, marks).stream())
            .filter(measure -> !measure.bounded())
            .map(measure -> measure.name() + " " + measure.value())
            .collect(Collectors.joining(" · "));
    return values.isEmpty() ? Optional.empty() : Optional.of(Fact.text("Measured", values));
  }
}
