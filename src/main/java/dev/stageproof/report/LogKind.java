package dev.stageproof.report;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Outcome;
import java.util.Optional;

/** What a check's findings in a log are to the reader, in the order in which they are shown. */
enum LogKind {
  AGAINST("Against expectation", "Against expectation"),
  OPEN("Not settled", "Excerpt"),
  POSITIVE("Positive indicators", "Positive indicator"),
  ABSENT("Absences", "Excerpt"),
  WITHIN("Within bounds", "Excerpt"),
  NOISE("Expected noise, waived", "Expected noise");

  /** How a bound of zero is put into words by every check that counts. */
  private static final String NONE = "none";

  private static final String UPPER_BOUND = "at most ";

  private final String heading;
  private final String proof;

  LogKind(String heading, String proof) {
    this.heading = heading;
    this.proof = proof;
  }

  /** What several of them are called. */
  String heading() {
    return heading;
  }

  /** What a line that supports one of them is called. */
  String proof() {
    return proof;
  }

  /** Empty for a check that read no log. */
  static Optional<LogKind> of(CheckResult check, boolean waived) {
    return check
        .evaluation()
        .filter(seen -> seen.exposure().isPresent() || seen.logs().isPresent())
        .map(seen -> waived ? NOISE : of(check.outcome(), seen));
  }

  private static LogKind of(Outcome outcome, Evaluation seen) {
    return switch (outcome) {
      case FAIL -> AGAINST;
      case INCONCLUSIVE, SKIPPED -> OPEN;
      case PASS -> passed(seen);
    };
  }

  /** A check states the comparison that it is about first. */
  private static LogKind passed(Evaluation seen) {
    String expected = seen.assertions().stream().findFirst().map(Assertion::expected).orElse("");
    if (expected.equals(NONE)) {
      return ABSENT;
    }
    boolean shown = !seen.excerpts().isEmpty() && !expected.startsWith(UPPER_BOUND);
    return shown ? POSITIVE : WITHIN;
  }
}
