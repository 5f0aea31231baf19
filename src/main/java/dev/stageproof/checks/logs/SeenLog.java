package dev.stageproof.checks.logs;

import dev.stageproof.model.LogFindings.Side;
import dev.stageproof.observe.LogReadObservation;

/**
 * A log that was read.
 *
 * @param source whose log it is, in words: the revision's name, or the file's
 */
public record SeenLog(String source, LogReadObservation seen) {

  /** One side of a comparison, with what was counted in this log. */
  public Side side(long count) {
    return new Side(source, seen.window(), seen.requests(), seen.entries(), count);
  }

  /** "6 of 1,904 entries". */
  public String counted(long count) {
    return Texts.number(count) + " of " + Texts.number(seen.entries()) + " entries";
  }
}
