package dev.stageproof.checks.logs;

import dev.stageproof.model.Assertion;
import java.util.List;

/** What has to hold before the baseline can be compared with; none of these can fail. */
public final class BaselineRules {
  private BaselineRules() {}

  /** For a comparison: the baseline was read, holds something, and nothing of it was left out. */
  public static List<Assertion> of(LogReading reading) {
    return reading
        .baseline()
        .map(log -> List.of(entries(log), complete(log)))
        .orElseGet(() -> List.of(missing("baseline", "at least 1 entry", reading)));
  }

  /** What is said in the place of a comparison with a baseline that could not be read. */
  public static Assertion missing(String what, String expected, LogReading reading) {
    return reading
        .missing()
        .map(gap -> Assertion.unsettled(what, expected, gap.message(), gap.settle()))
        .orElseGet(() -> Assertion.unsettled(what, expected, "not asked for", "give `baseline`"));
  }

  private static Assertion entries(SeenLog log) {
    return ExposureRules.rule(
        "baseline",
        "at least 1 entry",
        Texts.number(log.seen().entries()) + " of " + log.source(),
        log.seen().entries() > 0,
        "choose a `baseline` whose log still holds entries");
  }

  private static Assertion complete(SeenLog log) {
    String read = Texts.number(log.seen().entries()) + " entries";
    return ExposureRules.rule(
        "complete baseline",
        "every entry of the baseline",
        log.seen().truncated() ? "stopped after " + read : "all " + read,
        !log.seen().truncated(),
        "raise `read.max-entries`, or give `baseline` a shorter `from` and `to`");
  }
}
