package dev.stageproof.observe;

import dev.stageproof.model.Gap;
import dev.stageproof.model.Window;
import dev.stageproof.spi.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one read of a log showed.
 *
 * @param window what the read covers; its end may lie later than asked, where a marked request
 *     closed it
 * @param entries how many entries were read; the request-log entries of stageproof's own requests
 *     are left out of this and of everything else
 * @param requests how many of them are request-log entries
 * @param bySeverity number of entries by severity name; only severities that occur
 * @param hits for each matcher that was asked for its count and first hits
 * @param numbers for each number that was asked for what it came to
 * @param served what the request log says of others' requests; empty when there were none
 * @param signatures masked texts at or above the severity asked for, the most frequent first
 * @param signaturesCut true when there were more than {@link #SIGNATURE_LIMIT}
 * @param masking the version of the rules by which signatures were masked; empty when none were
 *     asked for
 * @param timeline entries over time
 * @param truncated true when the read stopped at its bound with more to come, or some of it was
 *     {@code unreadable}: all amounts are lower bounds, and what is not there proves nothing but
 *     where {@code narrowed} reads went on, see {@link #complete}
 * @param unreadable parts of the source that are no entries
 * @param pages how many pages the whole read took, empty ones included
 * @param narrowed what was read after the whole read had stopped; their entries are part of the
 *     {@code hits} and {@code numbers} that they were about, and of nothing else
 * @param watermark how far ingestion had come
 */
public record LogReadObservation(
    Window window,
    long entries,
    long requests,
    Map<String, Long> bySeverity,
    List<Hits> hits,
    List<Measured> numbers,
    Optional<Served> served,
    List<Signature> signatures,
    boolean signaturesCut,
    Optional<Integer> masking,
    Timeline timeline,
    boolean truncated,
    Optional<Unreadable> unreadable,
    int pages,
    List<Narrowed> narrowed,
    Watermark watermark)
    implements Observation {

  /** How many excerpts of one matcher are kept. */
  public static final int EXCERPT_LIMIT = 5;

  /** The longest text of an excerpt, in characters; more is cut and marked with "…". */
  public static final int TEXT_LIMIT = 500;

  /** How many signatures are kept apart. */
  public static final int SIGNATURE_LIMIT = 1000;

  /**
   * The version of the rules that mask signatures. It grows whenever a rule changes, since a line
   * that two versions mask differently would look new.
   */
  public static final int MASKING = 1;

  public LogReadObservation {
    narrowed = List.copyOf(narrowed);
  }

  /** The same read, of whose source some was no entry. */
  public LogReadObservation with(Unreadable parts) {
    return with(true, Optional.of(parts), narrowed);
  }

  /** The same read, and what was read after it had stopped. */
  public LogReadObservation with(List<Narrowed> more) {
    return with(truncated, unreadable, more);
  }

  private LogReadObservation with(boolean cut, Optional<Unreadable> parts, List<Narrowed> more) {
    return new LogReadObservation(
        window,
        entries,
        requests,
        bySeverity,
        hits,
        numbers,
        served,
        signatures,
        signaturesCut,
        masking,
        timeline,
        cut,
        parts,
        pages,
        more,
        watermark);
  }

  /**
   * True when nothing is missing from what the questions ask: the read was whole, or narrowed reads
   * answered them to the window's end. Signatures, and what every read tells, need a whole read.
   */
  public boolean complete(LogQuestions asked) {
    LogQuestions answered =
        narrowed.stream()
            .filter(Narrowed::complete)
            .map(Narrowed::questions)
            .reduce(LogQuestions.nothingMore(), LogQuestions::with);
    return !truncated || asked.partOf(answered);
  }

  /** The narrowed reads that were about something of what is asked. */
  public List<Narrowed> narrowedFor(LogQuestions asked) {
    return narrowed.stream().filter(read -> read.questions().meets(asked)).toList();
  }

  /**
   * A read of what a whole read had left unread: of those entries only that can be about the
   * questions.
   *
   * @param questions what it was about
   * @param filter what the log store was asked, in its query language
   * @param window from the last entry of the whole read, which may come again, to the window's end
   * @param entries how many entries it handed out
   * @param pages how many pages were read, empty ones included
   * @param complete false when it stopped before the window's end: at its bound, or in trouble
   * @param trouble what stopped it before its bound
   */
  public record Narrowed(
      LogQuestions questions,
      String filter,
      Window window,
      long entries,
      int pages,
      boolean complete,
      Optional<Gap> trouble) {}

  /** The hits of one matcher. */
  public record Hits(LogMatcher matcher, long count, List<Line> first) {}

  /**
   * A log line.
   *
   * @param log the log's id: "run.googleapis.com/stderr"
   */
  public record Line(Instant at, LogSeverity severity, String log, String text) {}

  /**
   * What a number came to.
   *
   * @param unreadable entries whose group was no number
   * @param values empty when no entry named the number
   * @param first an entry that names it
   */
  public record Measured(
      LogNumber number, long unreadable, Optional<Distribution> values, Optional<Line> first) {}

  /**
   * A distribution. Percentiles are by nearest rank over all values: exact up to a million distinct
   * ones, within 0.05 % beyond.
   */
  public record Distribution(
      long count,
      double min,
      double max,
      double mean,
      double p50,
      double p90,
      double p95,
      double p99) {}

  /**
   * Requests of others, by the request log.
   *
   * @param byStatusClass number of requests by "2xx", "5xx", …, and by "none" where an entry names
   *     no status
   * @param latency in milliseconds; empty when no entry names one
   */
  public record Served(
      long count, Map<String, Long> byStatusClass, Optional<Distribution> latency) {}

  /**
   * Entries that differ only in what is masked.
   *
   * @param text the masked text: "user <num> timed out after <num> s"
   * @param firstAt the oldest of them
   */
  public record Signature(
      String text, LogSeverity severity, long count, Instant firstAt, Line example) {}

  /**
   * Parts of the source that are no entries.
   *
   * @param count how many
   * @param first where the first is and what is wrong with it, in one line: "line 17: not JSON: …"
   */
  public record Unreadable(long count, String first) {}

  /**
   * Entries over time.
   *
   * @param step the length of one bucket; zero when nothing was read
   * @param counts entries of each bucket from {@code start} on; at most 60
   */
  public record Timeline(Instant start, Duration step, List<Long> counts) {}

  /**
   * How far ingestion had come.
   *
   * @param newest the newest readable entry of the revision, whether within the window or after it
   * @param passed true when ingestion was proven to have passed the window's end
   * @param waited how long the probe waited for the proof
   * @param mark the marked request, when one was sent
   */
  public record Watermark(
      Optional<Instant> newest, boolean passed, Duration waited, Optional<Mark> mark) {}

  /**
   * A request that stageproof sent to see its own entry arrive.
   *
   * @param userAgent unique to this request
   * @param status the HTTP status of the answer; empty when none came
   * @param lag from the request until its entry was readable; empty when it never was
   * @param revision the revision that answered, by the entry
   */
  public record Mark(
      Instant sentAt,
      String userAgent,
      Optional<Integer> status,
      Optional<Duration> lag,
      Optional<String> revision) {}

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

  /**
   * What a number of the request came to.
   *
   * @throws IllegalArgumentException when it was not asked for
   */
  public Measured measured(LogNumber number) {
    return numbers.stream()
        .filter(candidate -> candidate.number().equals(number))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not asked for: " + number));
  }
}
