package dev.stageproof.report;

import dev.stageproof.model.LogFindings.Read;
import dev.stageproof.model.LogFindings.Rest;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A read of a log, shared by the checks that rest on it.
 *
 * @param number "2 of 3"; empty when the run has one read only
 * @param entries "713 entries"
 * @param source whose log was read
 * @param extent the stretch of time, whether the read reached its end, and what it cost
 * @param gap present when the read stopped early: what can't rest on it
 * @param requests what the revision had to do meanwhile
 * @param ingestion how it was shown that nothing was still on its way
 * @param severities entries by severity, in rising order; empty when nothing was read
 * @param timeline entries over time; empty when there is nothing to draw
 * @param checks how many rest on it
 * @param repeat commands that read all of it; empty when the record has none
 */
public record LogRead(
    Optional<String> number,
    String entries,
    String source,
    String extent,
    Optional<String> gap,
    String requests,
    String ingestion,
    String severities,
    Optional<TimeLine> timeline,
    String checks,
    Optional<Commands> repeat) {

  /** Cloud Logging's names, google.logging.type.LogSeverity; others stand behind them. */
  private static final List<String> RISING =
      List.of(
          "DEFAULT",
          "DEBUG",
          "INFO",
          "NOTICE",
          "WARNING",
          "ERROR",
          "CRITICAL",
          "ALERT",
          "EMERGENCY");

  static LogRead of(Read read, LogReads reads, Draft draft) {
    return new LogRead(
        reads.number(read),
        entries(read),
        ForeignText.line(read.source()),
        extent(read),
        gap(read),
        Figures.count(read.requests(), "request", "requests")
            + " served for others than stageproof",
        ingestion(read),
        severities(read.bySeverity()),
        TimeLine.of(read),
        Figures.count(reads.users().get(read).size()),
        Commands.of(reads.commands(read, draft.run())));
  }

  /** The read in one line: "713 entries of …, 2025-09-15 08:26:09–08:47:09 UTC, …". */
  public static String inOneLine(Read read) {
    return entries(read) + " of " + ForeignText.line(read.source()) + ", " + extent(read);
  }

  private static String entries(Read read) {
    return Figures.count(read.entries(), "entry", "entries");
  }

  private static String extent(Read read) {
    return Figures.window(read.window())
        + (read.complete() ? "; complete, in " : "; stopped early, after ")
        + Figures.count(read.pages(), "read", "reads")
        + read.rest().map(LogRead::rest).orElse("");
  }

  private static String rest(Rest rest) {
    return "; of the rest, "
        + Figures.window(rest.window())
        + ", only "
        + Figures.count(rest.entries(), "entry that can match", "entries that can match")
        + ", in "
        + Figures.count(rest.pages(), "read", "reads");
  }

  /** What a read that stopped early can't carry. */
  private static Optional<String> gap(Read read) {
    if (read.complete()) {
      return Optional.empty();
    }
    String stopped = "it stopped before the window's end, so ";
    return Optional.of(
        read.rest().filter(Rest::complete).isPresent()
            ? stopped + "its amounts are lower bounds; the search of the rest found every match"
            : stopped
                + "no absence can rest on it"
                + read.rest().map(any -> " but where the search of the rest says so").orElse(""));
  }

  private static String ingestion(Read read) {
    String lag =
        read.lag()
            .map(
                length ->
                    told(length, read.proof()) ? "" : "; measured lag " + Figures.duration(length))
            .orElse("; no lag was measured");
    return ForeignText.line(read.proof()) + lag;
  }

  private static boolean told(Duration lag, String proof) {
    return proof.contains(Figures.duration(lag)) || proof.contains(Figures.tenths(lag));
  }

  private static String severities(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .sorted(
            Comparator.<Map.Entry<String, Long>>comparingInt(entry -> rank(entry.getKey()))
                .thenComparing(Map.Entry::getKey))
        .map(entry -> Figures.count(entry.getValue()) + " " + ForeignText.line(entry.getKey()))
        .collect(Collectors.joining(", "));
  }

  /** Orders severities by weight; an unknown one comes last. */
  static int rank(String severity) {
    int place = RISING.indexOf(severity);
    return place < 0 ? RISING.size() : place;
  }
}
