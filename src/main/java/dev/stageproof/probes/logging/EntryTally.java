package dev.stageproof.probes.logging;

import com.google.logging.v2.LogEntry;
import com.google.protobuf.Timestamp;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Timeline;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.observe.LogSeverity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Counts entries while they are read; each entry once, however often it comes. Not thread-safe. */
final class EntryTally {

  /** Entries of one project that agree in these are one entry (LogEntry.insert_id). */
  private record Key(String log, Timestamp at, String insertId) {}

  private final List<HitCount> counts;
  private final int maxEntries;
  private final Set<Key> seen = new HashSet<>();
  private final Map<LogSeverity, Long> severities = new EnumMap<>(LogSeverity.class);
  private Optional<Instant> newest = Optional.empty();
  private long entries;
  private long requests;
  private boolean truncated;

  EntryTally(List<LogMatcher> matchers, int maxEntries) {
    this.counts = matchers.stream().map(HitCount::new).toList();
    this.maxEntries = maxEntries;
  }

  /** Counts a page; false when the bound is reached and nothing more is wanted. */
  boolean addAll(List<LogEntry> page) {
    page.forEach(this::add);
    return !truncated;
  }

  private void add(LogEntry entry) {
    if (truncated || !isNew(entry)) {
      return;
    }
    if (entries == maxEntries) {
      truncated = true;
      return;
    }
    count(ReadEntry.of(entry));
  }

  private boolean isNew(LogEntry entry) {
    return entry.getInsertId().isEmpty()
        || seen.add(new Key(entry.getLogName(), entry.getTimestamp(), entry.getInsertId()));
  }

  private void count(ReadEntry entry) {
    entries++;
    requests += entry.foreignRequest() ? 1 : 0;
    severities.merge(entry.severity(), 1L, Long::sum);
    newest = newest.filter(known -> known.isAfter(entry.at())).or(() -> Optional.of(entry.at()));
    counts.forEach(count -> count.add(entry));
  }

  /** The newest entry that was counted. */
  Optional<Instant> newest() {
    return newest;
  }

  /** True when there was more than the bound allows. */
  boolean truncated() {
    return truncated;
  }

  LogReadObservation observation(Window window, int pages, Watermark watermark) {
    Map<String, Long> bySeverity = new LinkedHashMap<>();
    severities.forEach((severity, number) -> bySeverity.put(severity.name(), number));
    return new LogReadObservation(
        window,
        entries,
        requests,
        Collections.unmodifiableMap(bySeverity),
        counts.stream().map(HitCount::hits).toList(),
        List.of(),
        Optional.empty(),
        List.of(),
        false,
        new Timeline(window.start(), Duration.ZERO, List.of()),
        truncated,
        pages,
        watermark);
  }
}
