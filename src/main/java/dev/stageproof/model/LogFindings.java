package dev.stageproof.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a check found in a log, for the report's log section.
 *
 * @param read the read that the findings rest on; equal for checks that shared one
 * @param comparisons counts before and after
 * @param signatures masked lines that are new, gone or known
 */
public record LogFindings(
    @Doc("The read that the findings rest on.") Read read,
    @Doc("Counts before and after.") List<Comparison> comparisons,
    @Doc("Masked lines that are new, gone or known.") List<Signature> signatures) {

  public LogFindings {
    comparisons = List.copyOf(comparisons);
    signatures = List.copyOf(signatures);
  }

  /**
   * A read of a log.
   *
   * @param source whose log it is, in words: the revision's name, or the file's
   * @param bySeverity entries by severity name, in rising order of severity
   * @param complete false when the read stopped before the window's end: all amounts are lower
   *     bounds
   * @param lag from a marked request until its entry was readable
   * @param proof how it was shown that ingestion had passed the window's end, in words
   * @param pages how many reads of the log store it took
   * @param rest how the rest was searched after the read had stopped
   * @param timeline entries of each {@code step} from the window's start on
   */
  public record Read(
      @Doc("Whose log was read.") String source,
      @Doc("The stretch of time that the read covers.") Window window,
      @Doc("Entries read.") long entries,
      @Doc("Requests served for others than stageproof.") long requests,
      @Doc("Entries by severity.") Map<String, Long> bySeverity,
      @Doc("Whether the read reached the window's end.") boolean complete,
      @Doc("The measured ingestion lag.") Optional<Duration> lag,
      @Doc("How ingestion was shown to have passed the window's end.") String proof,
      @Doc("Reads of the log store that it took.") int pages,
      @Doc("How the rest was searched.") Optional<Rest> rest,
      @Doc("The length of one bucket of the time line.") Duration step,
      @Doc("Entries of each bucket.") List<Long> timeline) {}

  /**
   * A search of what a read that stopped early had left: only for entries that can match.
   *
   * @param complete whether it answered all patterns and numbers to the window's end
   */
  public record Rest(
      @Doc("The stretch of time that was searched.") Window window,
      @Doc("Entries that could match.") long entries,
      @Doc("Reads of the log store that it took.") int pages,
      @Doc("Whether every match in it was found.") boolean complete) {}

  /**
   * One measure before and after the deployment.
   *
   * @param what what was counted: the pattern, or the check's title
   */
  public record Comparison(
      @Doc("What was counted.") String what,
      @Doc("The baseline.") Side before,
      @Doc("The revision under test.") Side after,
      @Doc("Whether the change is within its bounds.") Optional<Outcome> outcome) {}

  /**
   * One side of a comparison.
   *
   * @param readUntil where every entry was read only until then, and the rest was searched:
   *     requests and entries are lower bounds for what the count is of
   */
  public record Side(
      @Doc("The revision, or what else was read.") String source,
      @Doc("The stretch of time.") Window window,
      @Doc("Requests served for others.") long requests,
      @Doc("Entries read.") long entries,
      @Doc("Until when every entry was read, where that is not the end.")
          Optional<Instant> readUntil,
      @Doc("What was counted.") long count) {}

  /**
   * Lines that differ only in what is masked.
   *
   * @param perRequest how often it comes for each request served; empty when none was served
   */
  public record Signature(
      @Doc("The masked text.") String text,
      @Doc("The severity of the lines.") String severity,
      @Doc("How many lines.") long count,
      @Doc("How often for each request served.") Optional<Double> perRequest,
      @Doc("The first of them.") Instant firstAt,
      @Doc("One of the lines.") Excerpt example,
      @Doc("What the baseline says of it.") Change change) {}

  /** What the baseline says of a signature. */
  public enum Change {
    @Doc("The baseline does not have it.")
    NEW,
    @Doc("Both have it.")
    KNOWN,
    @Doc("Only the baseline has it.")
    GONE
  }
}
