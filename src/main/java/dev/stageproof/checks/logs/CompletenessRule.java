package dev.stageproof.checks.logs;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Gap;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Narrowed;
import java.util.List;

/**
 * Whether nothing is missing from what was asked of a log.
 *
 * @param live false for an export
 */
record CompletenessRule(SeenLog log, boolean live) {

  /** That every entry was read, or every one that can be about what was asked. */
  Assertion assertion() {
    return log.searched() ? search() : wholeRead();
  }

  private Assertion search() {
    return Assertion.of(
        "complete search",
        "every entry of the window that can match",
        "the first "
            + Texts.number(seen().entries())
            + " entries, and "
            + Texts.number(searches().stream().mapToLong(Narrowed::entries).sum())
            + " of the rest, which can match",
        true);
  }

  /** That every entry was read. */
  Assertion wholeRead() {
    return ExposureRules.rule(
        "complete read",
        live ? "every entry of the window" : "every entry of the export",
        extent(),
        !seen().truncated(),
        live ? settle() : "export again and give the whole file");
  }

  private String extent() {
    String entries = Texts.number(seen().entries()) + " entries";
    if (!seen().truncated()) {
      return "all " + entries;
    }
    return seen()
        .unreadable()
        .map(
            gone ->
                entries + ", and " + Texts.number(gone.count()) + " unreadable: " + gone.first())
        .orElseGet(() -> "stopped after " + entries + cutSearch());
  }

  /** Why the search of the rest did not reach its end, if there was one that did not. */
  private String cutSearch() {
    return searches().stream()
        .filter(read -> !read.complete())
        .findFirst()
        .map(read -> "; the search of the rest: " + why(read))
        .orElse("");
  }

  private static String why(Narrowed read) {
    return read.trouble()
        .map(Gap::message)
        .orElseGet(() -> "stopped after " + Texts.number(read.entries()) + " entries");
  }

  private String settle() {
    return searches().stream()
        .flatMap(read -> read.trouble().stream())
        .map(Gap::settle)
        .findFirst()
        .orElse("raise `read.max-entries` or shorten `window`");
  }

  private List<Narrowed> searches() {
    return seen().narrowedFor(log.asked());
  }

  private LogReadObservation seen() {
    return log.seen();
  }
}
