package dev.stageproof.checks.lognovelty;

import dev.stageproof.checks.logs.BaselineRules;
import dev.stageproof.checks.logs.ExposureRules;
import dev.stageproof.checks.logs.LogReading;
import dev.stageproof.checks.logs.SeenLog;
import dev.stageproof.checks.logs.Statement;
import dev.stageproof.checks.logs.Texts;
import dev.stageproof.model.Assertion;
import dev.stageproof.observe.LogReadObservation;
import java.util.ArrayList;
import java.util.List;

/** Holds the number of new signatures against its bound. */
record NoveltyRule(LogNoveltySettings settings, LogReading reading, Signatures signatures) {

  static final String WHAT = "new signatures";

  /**
   * Too many new ones are certain as to the log under test, and depend on a whole baseline; few
   * enough are open to what was not read of the log under test, while more of the baseline could
   * only make some of them known.
   */
  Statement statement() {
    long fresh = signatures.fresh().size();
    boolean holds = fresh <= settings.maxNew();
    return new Statement(
        WHAT,
        settings.expectation(),
        reading
            .missing()
            .map(gap -> "not compared: " + gap.message())
            .orElse(Texts.number(fresh) + " at " + settings.atLeast() + " or above"),
        holds,
        !holds,
        needs(holds));
  }

  private List<Assertion> needs(boolean holds) {
    if (reading.baseline().isEmpty()) {
      return BaselineRules.of(reading);
    }
    if (holds) {
      return List.of(distinct("signatures read", reading.tested()));
    }
    List<Assertion> needs = new ArrayList<>(BaselineRules.of(reading));
    reading
        .baseline()
        .ifPresent(log -> needs.add(distinct("signatures read of the baseline", log)));
    return needs;
  }

  private static Assertion distinct(String what, SeenLog log) {
    String limit = Texts.number(LogReadObservation.SIGNATURE_LIMIT);
    return ExposureRules.rule(
        what,
        "at most " + limit,
        log.seen().signaturesCut()
            ? "more than " + limit
            : Texts.number(log.seen().signatures().size()),
        !log.seen().signaturesCut(),
        "raise `at-least`, or shorten the window");
  }
}
