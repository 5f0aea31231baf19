package dev.stageproof.observe;

import dev.stageproof.spi.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one read of a revision's log showed.
 *
 * @param entries how many entries were read
 * @param requests how many of them are request-log entries that were not caused by stageproof
 * @param bySeverity number of entries by severity name; only severities that occur
 * @param hits for each matcher of the request its count and first hits
 * @param truncated true when the read stopped at its bound with more to come
 * @param pages how many pages were read, empty ones included
 * @param watermark how far ingestion had come
 */
public record LogReadObservation(
    long entries,
    long requests,
    Map<String, Long> bySeverity,
    List<Hits> hits,
    boolean truncated,
    int pages,
    Watermark watermark)
    implements Observation {

  /** How many excerpts of one matcher are kept. */
  public static final int EXCERPT_LIMIT = 5;

  /** The longest text of an excerpt, in characters; more is cut and marked with "…". */
  public static final int TEXT_LIMIT = 500;

  /** The hits of one matcher. */
  public record Hits(LogMatcher matcher, long count, List<Line> first) {}

  /**
   * A log line.
   *
   * @param log the log's id: "run.googleapis.com/stderr"
   */
  public record Line(Instant at, LogSeverity severity, String log, String text) {}

  /**
   * How far ingestion had come.
   *
   * @param newest the newest readable entry of the revision, whether within the window or after it
   * @param passed true when an entry at or after the window's end was readable
   * @param waited how long the probe waited for one
   */
  public record Watermark(Optional<Instant> newest, boolean passed, Duration waited) {}

  /**
   * The hits of a matcher of the request.
   *
   * @throws IllegalArgumentException when it was not asked for
   */
  public Hits hitsOf(LogMatcher matcher) {
    return hits.stream()
        .filter(candidate -> candidate.matcher().equals(matcher))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not asked for: " + matcher));
  }
}
