package dev.stageproof.checks.logpattern;

import dev.stageproof.checks.logpattern.LogPatternSettings.MinimalExposure;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Watermark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What has to hold before something that was not seen counts as not there. None of these can fail:
 * what does not hold leaves the answer open.
 *
 * @param deployedAt when the revision was created
 */
record ExposureRules(
    MinimalExposure needed, LogReadObservation seen, Window window, Instant deployedAt) {

  /** For an upper bound: the window, the amount, and that nothing is missing from the read. */
  List<Assertion> forAbsence() {
    List<Assertion> rules = new ArrayList<>();
    rules.add(withinLife());
    rules.add(entries());
    if (needed.minRequests() > 0) {
      rules.add(requests());
    }
    rules.addAll(forPresence());
    return rules;
  }

  /** For a lower bound that was not reached: nothing is missing from the read. */
  List<Assertion> forPresence() {
    return List.of(ingestion(), complete());
  }

  private Assertion withinLife() {
    return rule(
        "window",
        "starts at or after the deployment, " + Texts.instant(deployedAt),
        "starts " + Texts.instant(window.start()),
        !window.start().isBefore(deployedAt),
        "let `window` start at " + Texts.instant(deployedAt) + " or later");
  }

  private Assertion entries() {
    return rule(
        "entries read",
        "at least " + Texts.number(needed.minEntries()),
        Texts.number(seen.entries()),
        seen.entries() >= needed.minEntries(),
        "run again when the revision has written more: "
            + Texts.number(needed.minEntries() - seen.entries())
            + " more needed");
  }

  private Assertion requests() {
    return rule(
        "requests served",
        "at least " + Texts.number(needed.minRequests()),
        Texts.number(seen.requests()),
        seen.requests() >= needed.minRequests(),
        "run again when the revision has served more requests of others: "
            + Texts.number(needed.minRequests() - seen.requests())
            + " more needed");
  }

  private Assertion ingestion() {
    Watermark mark = seen.watermark();
    String newest =
        mark.newest().map(Texts::instant).map("newest entry "::concat).orElse("no entry");
    String actual =
        mark.passed() ? newest : newest + " after waiting " + Texts.seconds(mark.waited());
    return rule(
        "log ingestion",
        "an entry at or after " + Texts.instant(window.end()),
        actual,
        mark.passed(),
        "send a request to the service, raise `max-lag` and `timeout`, then run again");
  }

  private Assertion complete() {
    return rule(
        "complete read",
        "every entry of the window",
        seen.truncated()
            ? "stopped after " + Texts.number(seen.entries()) + " entries"
            : "all " + Texts.number(seen.entries()) + " entries",
        !seen.truncated(),
        "raise `max-entries` or shorten `window`");
  }

  private static Assertion rule(
      String what, String expected, String actual, boolean holds, String settle) {
    return holds
        ? Assertion.of(what, expected, actual, true)
        : Assertion.unsettled(what, expected, actual, settle);
  }
}
