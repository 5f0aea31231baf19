package dev.stageproof.model;

import java.util.List;
import java.util.Optional;

/**
 * What one check concluded from one set of observations; a pure function of both.
 *
 * @param headline the answer in one line, for the report's first table: "503, expected 200"
 * @param assertions every comparison made; empty means that nothing was proven
 * @param metrics the values measured on the way
 * @param excerpts foreign text that supports the answer
 * @param exposure what gives an absence its weight, for checks that look for one
 * @param logs what was found in a log, for checks that read one
 * @param remarks sentences on what is worth knowing beside the outcome, which they don't change
 */
public record Evaluation(
    @Doc("The answer in one line.") String headline,
    @Doc("Every comparison made.") List<Assertion> assertions,
    @Doc("The values measured on the way.") List<Metric> metrics,
    @Doc("Foreign text that supports the answer.") List<Excerpt> excerpts,
    @Doc("What gives an absence its weight.") Optional<Exposure> exposure,
    @Doc("What was found in a log.") Optional<LogFindings> logs,
    @Doc("What is worth knowing beside the outcome.") List<String> remarks) {

  public Evaluation {
    assertions = List.copyOf(assertions);
    metrics = List.copyOf(metrics);
    excerpts = List.copyOf(excerpts);
    remarks = List.copyOf(remarks);
  }

  /** An answer without remarks. */
  public Evaluation(
      String headline,
      List<Assertion> assertions,
      List<Metric> metrics,
      List<Excerpt> excerpts,
      Optional<Exposure> exposure,
      Optional<LogFindings> logs) {
    this(headline, assertions, metrics, excerpts, exposure, logs, List.of());
  }

  /** An answer that rests on assertions alone. */
  public static Evaluation of(String headline, List<Assertion> assertions) {
    return new Evaluation(
        headline, assertions, List.of(), List.of(), Optional.empty(), Optional.empty());
  }

  /** What a check concludes when nothing could be seen. */
  public static Evaluation unseen(String what, Gap gap) {
    Assertion assertion =
        Assertion.unsettled(what, "an answer", "not seen: " + gap.message(), gap.settle());
    return of("not seen: " + gap.message(), List.of(assertion));
  }

  /** The outcome that the assertions add up to; INCONCLUSIVE when there are none. */
  public Outcome outcome() {
    return Outcome.all(assertions.stream().map(Assertion::outcome).toList());
  }

  public Evaluation withMetrics(List<Metric> more) {
    return new Evaluation(headline, assertions, more, excerpts, exposure, logs, remarks);
  }

  public Evaluation withExcerpts(List<Excerpt> more) {
    return new Evaluation(headline, assertions, metrics, more, exposure, logs, remarks);
  }

  public Evaluation withExposure(Exposure seen) {
    return new Evaluation(
        headline, assertions, metrics, excerpts, Optional.of(seen), logs, remarks);
  }

  public Evaluation withLogs(LogFindings found) {
    return new Evaluation(
        headline, assertions, metrics, excerpts, exposure, Optional.of(found), remarks);
  }

  public Evaluation withRemarks(List<String> more) {
    return new Evaluation(headline, assertions, metrics, excerpts, exposure, logs, more);
  }
}
