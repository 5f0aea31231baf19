package dev.stageproof.report;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Exposure;
import dev.stageproof.model.Gap;
import dev.stageproof.model.Metric;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One check in full.
 *
 * @param severity "blocking" or "advisory"
 * @param headline the answer in one line
 * @param noDataReason why it is let through without data; empty when it is not
 * @param attempts how it went when it took more than one attempt
 * @param exposure the denominators: what gives an absence its weight
 * @param excerpts foreign text; escape it
 * @param settle what would let a check be run that was not; other steps stand under Next Steps
 * @param reproduce shell commands that repeat it
 */
public record CheckView(
    String id,
    String title,
    String type,
    Status status,
    String severity,
    String took,
    String headline,
    Optional<String> noDataReason,
    Optional<String> attempts,
    Optional<String> exposure,
    List<Row> assertions,
    List<Measure> metrics,
    List<ExcerptBlock> excerpts,
    Optional<String> settle,
    List<String> reproduce) {

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
        check.blocking() ? "blocking" : "advisory",
        Figures.duration(check.took()),
        ForeignText.line(check.headline()),
        check.onNoData().reason().filter(r -> Draft.letThrough(check)).map(ForeignText::line),
        attempts(check),
        seen.flatMap(Evaluation::exposure).map(CheckView::exposure),
        seen.stream().flatMap(it -> it.assertions().stream()).map(CheckView::row).toList(),
        seen.stream().flatMap(it -> it.metrics().stream()).map(CheckView::measure).toList(),
        ExcerptBlock.of(seen.map(Evaluation::excerpts).orElse(List.of())),
        check.gap().filter(gap -> seen.isEmpty()).map(Gap::settle).map(ForeignText::line),
        check.reproduce().stream().map(ForeignText::clean).toList());
  }

  private static Optional<String> attempts(CheckResult check) {
    int count = check.attempts().size();
    if (count < 2) {
      return Optional.empty();
    }
    String marks =
        check.attempts().stream()
            .map(attempt -> Marks.of(attempt.evaluation().outcome()))
            .collect(Collectors.joining(" "));
    String flaky = check.flaky() ? "; flaky: it passed only when repeated" : "";
    return Optional.of(Figures.count(count) + " attempts: " + marks + flaky);
  }

  private static String exposure(Exposure exposure) {
    return Figures.count(exposure.entries(), "log entry", "log entries")
        + " read, "
        + Figures.count(exposure.requests(), "request", "requests")
        + " served for others than stageproof, "
        + (exposure.covered().equals(Duration.ZERO) ? "0 s" : Figures.duration(exposure.covered()))
        + " covered";
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
