package dev.stageproof.checks.logs;

import dev.stageproof.model.LogFindings.Side;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import java.time.Instant;
import java.util.Optional;

/**
 * A log that was read.
 *
 * @param source whose log it is, in words: the revision's name, or the file's
 * @param asked what the check asked of it; the read may have answered more
 */
public record SeenLog(String source, LogReadObservation seen, LogQuestions asked) {

  /** One side of a comparison, with what was counted in this log. */
  public Side side(long count) {
    return new Side(source, seen.window(), seen.requests(), seen.entries(), readUntil(), count);
  }

  private Optional<Instant> readUntil() {
    return seen.narrowed().stream().map(rest -> rest.window().start()).findFirst();
  }

  /** "6 of 1,904 entries"; "6 of at least 50,000 entries" where the count is of more. */
  public String counted(long count) {
    return Texts.number(count) + " of " + entries();
  }

  /** "1,904 entries", "at least 50,000 entries". */
  public String entries() {
    return (beyond() ? "at least " : "") + Texts.number(seen.entries()) + " entries";
  }

  /** True when what was counted lies in part beyond the entries that were all read. */
  boolean beyond() {
    return seen.truncated() && !seen.narrowedFor(asked).isEmpty();
  }

  /** True when what was asked is answered whole, though not every entry was read. */
  boolean searched() {
    return seen.truncated() && seen.complete(asked);
  }
}
