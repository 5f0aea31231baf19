package dev.stageproof.checks.logmetric;

import dev.stageproof.checks.logs.LogMetrics;
import dev.stageproof.checks.logs.Statement;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One measured value.
 *
 * @param value empty when nothing was seen to measure it by
 * @param limits what it is held against, if anything
 */
record Measure(
    String name, Optional<Double> value, Trend trend, Quantity quantity, Optional<Limits> limits) {

  private static final String NOT_SEEN = "not seen";

  /**
   * The value against its limits.
   *
   * @param seen whether there was anything to measure; a lower bound on nothing can still fail
   * @param readable what an answer that is not certain depends on
   */
  Optional<Statement> statement(Assertion seen, List<Assertion> readable) {
    return limits.map(
        bounds ->
            value
                .map(number -> held(number, bounds, seen, readable))
                .orElseGet(() -> unseen(bounds, seen)));
  }

  private Statement held(double number, Limits bounds, Assertion seen, List<Assertion> readable) {
    boolean holds = bounds.contain(number);
    boolean certain = trend.certain(number, bounds);
    Stream<Assertion> needs =
        Stream.concat(
            holds ? Stream.of(seen) : Stream.of(), certain ? Stream.of() : readable.stream());
    return new Statement(
        name, bounds.words(), quantity.text(number), holds, certain, needs.toList());
  }

  /** Nothing to measure by, or entries that don't name this: a request log without latencies. */
  private Statement unseen(Limits bounds, Assertion seen) {
    Assertion named =
        Assertion.unsettled(
            "latencies seen",
            "at least 1",
            "none in the request log",
            "see that the entries of the request log name a latency");
    List<Assertion> needs = List.of(seen.outcome() == Outcome.PASS ? named : seen);
    return new Statement(name, bounds.words(), NOT_SEEN, false, true, needs);
  }

  /** The value for the report, beside what was concluded of it. */
  Optional<Metric> metric(List<Assertion> assertions) {
    Optional<Assertion> about =
        assertions.stream().filter(assertion -> assertion.what().equals(name)).findFirst();
    String full = quantity.metricName(name);
    return value.map(
        number ->
            about
                .map(assertion -> LogMetrics.of(full, number, quantity.unit(), assertion))
                .orElseGet(() -> Metric.measured(full, number, quantity.unit())));
  }

  /** "max 22 connections". */
  String words() {
    return name + " " + value.map(quantity::text).orElse(NOT_SEEN);
  }
}
