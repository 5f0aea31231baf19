package dev.stageproof.report;

import java.util.List;

/**
 * What stands before the log checks: what was read, what was found, and how it was before. It
 * covers every log check of the run, also those that stand in a group of their own.
 *
 * @param reads what was read
 * @param found what was found, by its kind
 * @param changes how it was before
 */
public record LogSummary(List<LogRead> reads, List<LogFound> found, List<BeforeAfter> changes) {

  static LogSummary of(Draft draft) {
    LogReads reads = draft.index().reads();
    return new LogSummary(
        reads.users().keySet().stream().map(read -> LogRead.of(read, reads, draft)).toList(),
        LogFound.of(draft),
        BeforeAfter.of(draft));
  }
}
