package dev.stageproof.report;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Exposure;
import dev.stageproof.model.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One check in full.
 *
 * @param took empty when nothing was looked at
 * @param headline the answer in one line
 * @param facts how it was looked at: attempts, denominators, what let it through
 * @param assertions empty when nothing could be seen: the headline says it all then
 * @param excerpts foreign text; escape it
 * @param reproduce shell commands that repeat it
 */
public record CheckView(
    String id,
    String title,
    String type,
    Status status,
    Optional<String> took,
    String headline,
    List<Fact> facts,
    List<Row> assertions,
    List<Measure> metrics,
    List<ExcerptBlock> excerpts,
    List<String> reproduce) {

  private static final int ATTEMPTS_SHOWN = 10;

  /** One comparison. */
  public record Row(String what, String expected, String seen, String mark, String outcome) {}

  /**
   * One measured value.
   *
   * @param bound "none" when it is only reported
   * @param result mark and outcome against the bound; "reported" when there is none
   */
  public record Measure(String name, String value, String bound, String result) {}

  static CheckView of(CheckResult check, Draft draft) {
    Optional<Evaluation> seen = check.evaluation();
    return new CheckView(
        ForeignText.line(check.id()),
        ForeignText.line(check.title()),
        ForeignText.line(check.type()),
        draft.status(check),
        Optional.of(check.took()).filter(took -> !took.isZero()).map(Figures::duration),
        ForeignText.line(check.headline()),
        facts(check),
        rows(check),
        seen.stream().flatMap(it -> it.metrics().stream()).map(CheckView::measure).toList(),
        ExcerptBlock.of(seen.map(Evaluation::excerpts).orElse(List.of())),
        check.reproduce().stream().map(ForeignText::clean).toList());
  }

  private static List<Fact> facts(CheckResult check) {
    List<Fact> facts = new ArrayList<>();
    if (check.attempts().size() > 1) {
      facts.add(Fact.text("Attempts", attempts(check)));
    }
    check
        .evaluation()
        .flatMap(Evaluation::exposure)
        .ifPresent(exposure -> facts.add(Fact.text("Exposure", exposure(exposure))));
    check
        .onNoData()
        .reason()
        .filter(reason -> Draft.letThrough(check))
        .ifPresent(reason -> facts.add(Fact.text("Let through without data", reason)));
    check.gap().ifPresent(gap -> facts.add(Fact.text("What would settle it", gap.settle())));
    return List.copyOf(facts);
  }

  private static String attempts(CheckResult check) {
    int count = check.attempts().size();
    int first = Math.max(0, count - ATTEMPTS_SHOWN);
    String marks =
        check.attempts().stream()
            .skip(first)
            .map(attempt -> Marks.of(attempt.evaluation().outcome()))
            .collect(Collectors.joining(" ", first > 0 ? "… " : "", ""));
    String flaky = check.flaky() ? ", flaky: it passed only when repeated" : "";
    return Figures.count(count) + " (" + marks + ")" + flaky;
  }

  private static String exposure(Exposure exposure) {
    return Figures.count(exposure.entries(), "log entry", "log entries")
        + " read, "
        + Figures.count(exposure.requests(), "request", "requests")
        + " served for others than stageproof, "
        + Figures.duration(exposure.covered())
        + " covered";
  }

  private static List<Row> rows(CheckResult check) {
    return check.evaluation().filter(seen -> check.gap().isEmpty()).stream()
        .flatMap(seen -> seen.assertions().stream())
        .map(CheckView::row)
        .toList();
  }

  private static Row row(Assertion assertion) {
    return new Row(
        ForeignText.line(assertion.what()),
        ForeignText.line(assertion.expected()),
        ForeignText.line(assertion.actual()),
        Marks.of(assertion.outcome()),
        assertion.outcome().name());
  }

  private static Measure measure(Metric metric) {
    return new Measure(
        ForeignText.line(metric.name()),
        Figures.measured(metric.value(), metric.unit()),
        metric.bound().map(ForeignText::line).orElse("none"),
        metric.outcome().map(it -> Marks.of(it) + " " + it.name()).orElse("reported"));
  }
}
