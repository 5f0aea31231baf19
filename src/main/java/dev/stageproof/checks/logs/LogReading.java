package dev.stageproof.checks.logs;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.Gap;
import dev.stageproof.model.LogFindings;
import dev.stageproof.model.LogFindings.Comparison;
import dev.stageproof.model.LogFindings.Signature;
import dev.stageproof.model.Metric;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Line;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the reads of one log check showed.
 *
 * @param tested the log of the revision under test
 * @param baseline the log to compare with
 * @param missing why a baseline that was asked for could not be read
 * @param rules what has to hold before something unseen counts as not there
 */
public record LogReading(
    SeenLog tested, Optional<SeenLog> baseline, Optional<Gap> missing, ExposureRules rules) {

  public LogReadObservation seen() {
    return tested.seen();
  }

  /**
   * "4,312 entries, 08:26–08:47 UTC"; of a read that was cut "the first 50,000 entries, …", or "at
   * least 50,000 entries, …" where more was searched.
   */
  public String denominator() {
    String cut = tested.beyond() ? "at least " : "the first ";
    return (seen().truncated() ? cut : "")
        + Texts.number(seen().entries())
        + " entries, "
        + Texts.window(seen().window());
  }

  /**
   * The answer of a check with all that every log check tells.
   *
   * @param metrics what this check measured, before the amounts that were read
   * @param comparisons counts before and after
   * @param signatures masked lines
   */
  public Evaluation evaluation(
      String headline,
      List<Assertion> assertions,
      List<Metric> metrics,
      List<Line> excerpts,
      List<Comparison> comparisons,
      List<Signature> signatures) {
    boolean live = rules.live().isPresent();
    return new Evaluation(
        headline,
        assertions,
        Stream.concat(metrics.stream(), LogMetrics.ofRead(seen(), live).stream()).toList(),
        excerpts.stream().map(LogReading::excerpt).toList(),
        Optional.of(Coverage.of(tested, live)),
        Optional.of(new LogFindings(Reads.of(tested, live), comparisons, signatures)));
  }

  /** The line as the log has it, with its severity: a WARNING must not hide under a pass. */
  public static Excerpt excerpt(Line line) {
    return new Excerpt(
        line.log(), Optional.of(line.at()), Optional.of(line.severity().name()), line.text());
  }
}
