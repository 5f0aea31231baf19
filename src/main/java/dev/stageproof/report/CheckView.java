package dev.stageproof.report;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.LogFindings;
import java.util.List;
import java.util.Optional;

/**
 * One check in full; each number stands in it once.
 *
 * @param id as configured
 * @param anchor the fragment of its heading, without {@code #}
 * @param title as configured; else the id
 * @param type "http", "log-pattern"
 * @param status its outcome
 * @param took empty when nothing was looked at
 * @param headline the answer in one line
 * @param expected what the only comparison expected; empty when a table shows several, or none
 * @param facts how it was looked at: attempts, denominators, what let it through
 * @param assertions the comparisons, when there are several; empty when nothing could be seen: the
 *     headline says it all then
 * @param metrics values held against a bound that no comparison shows
 * @param latencies how long its answers took, where there are several
 * @param signatures masked lines against the baseline, for checks that look for new ones
 * @param proof what the excerpts are: "Excerpt", "Positive indicator"
 * @param excerpts foreign text; escape it
 * @param pages where more of it is to be seen
 * @param repeat shell commands that repeat it
 */
public record CheckView(
    String id,
    String anchor,
    String title,
    String type,
    Status status,
    Optional<String> took,
    String headline,
    Optional<String> expected,
    List<Fact> facts,
    List<Row> assertions,
    List<Measure> metrics,
    Optional<Latencies> latencies,
    Optional<Signatures> signatures,
    String proof,
    List<ExcerptBlock> excerpts,
    List<Page> pages,
    Optional<Commands> repeat) {

  /**
   * One comparison.
   *
   * @param what what was compared
   * @param expected what it should have been
   * @param seen what it was
   * @param mark the mark of its outcome
   * @param outcome PASS, FAIL or INCONCLUSIVE
   */
  public record Row(String what, String expected, String seen, String mark, String outcome) {}

  static CheckView of(CheckResult check, Draft draft) {
    Optional<Evaluation> seen = check.evaluation();
    List<Assertion> compared = compared(check);
    Optional<LogFindings> logs = LogReads.findings(check);
    List<Excerpt> told = logs.map(Signatures::examples).orElse(List.of());
    return new CheckView(
        ForeignText.line(check.id()),
        draft.anchors().ofCheck(check.id()).orElse(""),
        ForeignText.line(check.title()),
        ForeignText.line(check.type()),
        draft.status(check),
        Optional.of(check.took()).filter(took -> !took.isZero()).map(Figures::duration),
        ForeignText.line(check.headline()),
        compared.size() == 1 ? expected(compared.get(0), check.headline()) : Optional.empty(),
        CheckFacts.of(check, draft),
        compared.size() == 1
            ? List.of()
            : compared.stream().map(it -> row(it, draft.marks())).toList(),
        seen.stream()
            .flatMap(it -> Measure.of(it, draft.marks()).stream())
            .filter(Measure::bounded)
            .toList(),
        Latencies.of(check, draft),
        logs.flatMap(it -> Signatures.of(it, draft.marks())),
        LogFound.kindOf(check, draft.run()).map(LogKind::proof).orElse("Excerpt"),
        ExcerptBlock.of(
            seen.stream()
                .flatMap(it -> it.excerpts().stream())
                .filter(excerpt -> !told.contains(excerpt))
                .toList()),
        Consoles.trace(check, draft).stream().toList(),
        Commands.of(check.reproduce()));
  }

  private static List<Assertion> compared(CheckResult check) {
    return check.gap().isPresent()
        ? List.of()
        : check.evaluation().map(Evaluation::assertions).orElse(List.of());
  }

  /** The headline answers a single comparison; what it leaves open is said beside it. */
  private static Optional<String> expected(Assertion only, String headline) {
    boolean seen = headline.contains(only.actual());
    if (seen && headline.contains("expected")) {
      return Optional.empty();
    }
    String open = seen ? "" : ", seen " + only.actual();
    return Optional.of(ForeignText.line(only.what() + ": " + only.expected() + open));
  }

  private static Row row(Assertion assertion, Marks marks) {
    return new Row(
        ForeignText.line(assertion.what()),
        ForeignText.line(assertion.expected()),
        ForeignText.line(assertion.actual()),
        marks.of(assertion.outcome()),
        assertion.outcome().name());
  }
}
