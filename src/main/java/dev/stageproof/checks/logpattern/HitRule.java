package dev.stageproof.checks.logpattern;

import dev.stageproof.checks.logs.BaselineRules;
import dev.stageproof.checks.logs.ExposureRules;
import dev.stageproof.checks.logs.LogReading;
import dev.stageproof.checks.logs.SeenLog;
import dev.stageproof.checks.logs.Statement;
import dev.stageproof.model.Assertion;
import java.util.List;

/** Holds the number of hits against its bounds. */
record HitRule(HitBounds bounds, LogReading reading, Hit hit) {

  static final String WHAT = "matching entries";

  /**
   * Too many hits, or enough where there is no highest number, are certain whatever else was not
   * read.
   *
   * @param seenInBaseline whether an upper bound also needs the pattern to hit in the baseline
   */
  Statement statement(boolean seenInBaseline) {
    boolean holds = bounds.contain(hit.after());
    boolean enough = holds && bounds.max().isEmpty();
    boolean certain = bounds.tooMany(hit.after()) || enough;
    return new Statement(
        WHAT,
        bounds.words(),
        reading.tested().counted(hit.after()),
        holds,
        certain,
        seenInBaseline && holds && !certain ? List.of(control()) : List.of());
  }

  /** The positive control: a pattern that never hits anywhere is absent from every log. */
  private Assertion control() {
    String what = "seen in the baseline";
    String expected = "at least 1 matching entry";
    return reading
        .baseline()
        .map(log -> control(what, expected, log))
        .orElseGet(() -> BaselineRules.missing(what, expected, reading));
  }

  private Assertion control(String what, String expected, SeenLog baseline) {
    long before = hit.before().orElse(0);
    return before > 0
        ? Assertion.of(what, expected, baseline.counted(before) + " of " + baseline.source(), true)
        : ExposureRules.rule(
            what,
            expected,
            "the filter never hit in the baseline either, "
                + baseline.counted(0)
                + " of "
                + baseline.source(),
            false,
            "check the pattern, or choose a `baseline` in which it is known to hit");
  }
}
