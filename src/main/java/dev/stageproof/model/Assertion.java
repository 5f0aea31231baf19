package dev.stageproof.model;

import java.util.Optional;

/**
 * One comparison of an expectation with what was observed.
 *
 * @param what the thing compared, for a table's first column: "status", "$.database", "p95"
 * @param expected the expectation in words: "200", "at most 1 s"
 * @param actual what was seen, or "not seen"
 * @param outcome PASS, FAIL or INCONCLUSIVE
 * @param settle what would settle an inconclusive assertion, or help with a failed one
 */
public record Assertion(
    @Doc("The thing compared.") String what,
    @Doc("The expectation in words.") String expected,
    @Doc("What was seen.") String actual,
    @Doc("The result of the comparison.") Outcome outcome,
    @Doc("What would settle it.") Optional<String> settle) {

  /** PASS if {@code holds}, else FAIL. */
  public static Assertion of(String what, String expected, String actual, boolean holds) {
    Outcome outcome = holds ? Outcome.PASS : Outcome.FAIL;
    return new Assertion(what, expected, actual, outcome, Optional.empty());
  }

  /** Too little was seen; {@code settle} says what would settle it. */
  public static Assertion unsettled(String what, String expected, String actual, String settle) {
    return new Assertion(what, expected, actual, Outcome.INCONCLUSIVE, Optional.of(settle));
  }
}
