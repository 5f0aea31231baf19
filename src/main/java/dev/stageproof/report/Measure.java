package dev.stageproof.report;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Metric;
import java.util.List;
import java.util.Set;

/**
 * One measured value that a check's comparisons don't tell already.
 *
 * @param name what was measured
 * @param value with its unit: "43 ms"
 * @param bound empty when it is only reported
 * @param result mark and outcome against the bound; empty when there is none
 */
public record Measure(String name, String value, String bound, String result) {

  /** What {@link dev.stageproof.model.Exposure} tells of a read, by the metrics' names. */
  private static final Set<String> OF_EXPOSURE = Set.of("entries read", "requests served");

  /** What {@link dev.stageproof.model.LogFindings.Read} tells besides. */
  private static final Set<String> OF_READ = Set.of("wait for ingestion", "ingestion lag");

  /** Every metric that is not told elsewhere in the same check: each number stands once. */
  static List<Measure> of(Evaluation seen, Marks marks) {
    return seen.metrics().stream()
        .filter(metric -> !told(metric, seen))
        .map(it -> of(it, marks))
        .toList();
  }

  boolean bounded() {
    return !bound.isEmpty();
  }

  private static boolean told(Metric metric, Evaluation seen) {
    boolean byExposure = seen.exposure().isPresent() || seen.logs().isPresent();
    return (byExposure && OF_EXPOSURE.contains(metric.name()))
        || (seen.logs().isPresent() && OF_READ.contains(metric.name()))
        || seen.assertions().stream().anyMatch(assertion -> tells(assertion, metric));
  }

  /** A comparison tells a metric of its name, and one of the same value against the same bound. */
  private static boolean tells(Assertion assertion, Metric metric) {
    boolean sameBound = metric.bound().filter(assertion.expected()::equals).isPresent();
    String value = Figures.measured(metric.value(), metric.unit());
    return assertion.what().equals(metric.name())
        || (sameBound && assertion.actual().contains(value));
  }

  private static Measure of(Metric metric, Marks marks) {
    return new Measure(
        ForeignText.line(metric.name()),
        Figures.measured(metric.value(), metric.unit()),
        metric.bound().map(ForeignText::line).orElse(""),
        metric.outcome().map(it -> marks.of(it) + " " + it.name()).orElse(""));
  }
}
