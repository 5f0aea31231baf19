package dev.stageproof.sandbox;

import com.google.logging.v2.LogEntry;
import com.google.protobuf.util.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The entries that a scenario's revisions write by themselves: their own lines and the request log
 * of other users. Stateless: each look makes the entries anew, up to the moment of the look.
 */
final class SeededLog {
  private static final String CONTAINER_LABEL = "container_name";

  /** One line or row of requests, ready to make its entries. */
  private record Series(Instant first, Duration every, long count, Maker maker) {

    Stream<LogEntry> until(Instant now) {
      return LongStream.range(0, due(now))
          .mapToObj(i -> maker.entry(i, first.plus(every.multipliedBy(i))));
    }

    private long due(Instant now) {
      if (first.isAfter(now)) {
        return 0;
      }
      return every.isZero()
          ? count
          : Math.min(count, Duration.between(first, now).dividedBy(every) + 1);
    }
  }

  private interface Maker {
    LogEntry entry(long index, Instant at);
  }

  private final Scenario scenario;
  private final Instant start;
  private final EntryWriter writer;
  private final RequestEntries requests;
  private final List<Series> series = new ArrayList<>();

  /**
   * @param start the sandbox's start, which all times count from
   * @param requests writes request-log entries
   */
  SeededLog(Scenario scenario, Instant start, EntryWriter writer, RequestEntries requests) {
    this.scenario = scenario;
    this.start = start;
    this.writer = writer;
    this.requests = requests;
    for (ScenarioRevision revision : scenario.revisions()) {
      revision.logs().forEach(line -> series.add(lines(revision, line)));
      revision.requests().forEach(row -> series.add(requests(revision, row)));
    }
  }

  /** All entries with a timestamp up to now, in no order. */
  Stream<LogEntry> until(Instant now) {
    return series.stream().flatMap(each -> each.until(now));
  }

  private Series lines(ScenarioRevision revision, ScenarioRevision.LogLine line) {
    String prefix = prefix();
    Instant first = deployed(revision).plus(line.after());
    long unlimited = line.every().isPresent() ? Long.MAX_VALUE : 1;
    long count = line.times().map(Integer::longValue).orElse(unlimited);
    return new Series(
        first,
        line.every().orElse(Duration.ZERO),
        count,
        (index, at) -> line(revision, line, id(prefix, index), at));
  }

  private LogEntry line(
      ScenarioRevision revision, ScenarioRevision.LogLine line, String id, Instant at) {
    LogEntry.Builder entry =
        writer.entry(revision, line.log(), id, at, Duration.ZERO).setSeverity(line.severity());
    if (line.log().endsWith("stdout") || line.log().endsWith("stderr")) {
      entry.putLabels(CONTAINER_LABEL, ContainerProto.name(scenario.service()));
    }
    line.text().ifPresent(entry::setTextPayload);
    line.json().ifPresent(entry::setJsonPayload);
    line.readableAfter()
        .map(delay -> Times.timestamp(start.plus(delay)))
        .filter(late -> Timestamps.compare(late, entry.getReceiveTimestamp()) > 0)
        .ifPresent(entry::setReceiveTimestamp);
    return entry.build();
  }

  private Series requests(ScenarioRevision revision, ScenarioRevision.Requests row) {
    String prefix = prefix();
    Instant first = deployed(revision).plus(row.from());
    long gaps = Math.max(1, row.count() - 1L);
    Duration every = row.until().minus(row.from()).dividedBy(gaps);
    return new Series(
        first,
        every,
        row.count(),
        (index, at) -> requests.of(revision, row, id(prefix, index), at));
  }

  private Instant deployed(ScenarioRevision revision) {
    return start.minus(revision.deployedAgo());
  }

  /** Entries of the same instant sort in the order of the scenario's file. */
  private String prefix() {
    return HexFormat.of().toHexDigits((short) series.size());
  }

  private static String id(String prefix, long index) {
    return prefix + HexFormat.of().toHexDigits((int) index);
  }
}
