package dev.stageproof.sandbox;

import com.google.logging.v2.LogEntry;
import com.google.protobuf.util.Timestamps;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** All log entries of the sandbox. Safe for use by many threads. */
final class LogStore {
  private static final Comparator<LogEntry> BY_TIME =
      Comparator.comparing(LogEntry::getTimestamp, Timestamps.comparator());

  /** Rising timestamps; equal ones by insert id. */
  static final Comparator<LogEntry> OLDEST_FIRST = BY_TIME.thenComparing(LogEntry::getInsertId);

  /** Falling timestamps; equal ones by rising insert id as well. */
  static final Comparator<LogEntry> NEWEST_FIRST =
      BY_TIME.reversed().thenComparing(LogEntry::getInsertId);

  private final Clock clock;
  private final SeededLog seeded;
  private final Queue<LogEntry> written = new ConcurrentLinkedQueue<>();

  LogStore(Clock clock, SeededLog seeded) {
    this.clock = clock;
    this.seeded = seeded;
  }

  void write(LogEntry entry) {
    written.add(entry);
  }

  /** The entries that ingestion has passed by now, in no order. */
  Stream<LogEntry> readable() {
    Instant now = clock.instant();
    return Stream.concat(seeded.until(now), written.stream())
        .filter(entry -> !Times.instant(entry.getReceiveTimestamp()).isAfter(now));
  }
}
