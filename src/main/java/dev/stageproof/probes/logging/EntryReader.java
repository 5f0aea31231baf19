package dev.stageproof.probes.logging;

import com.google.logging.type.HttpRequest;
import com.google.logging.v2.LogEntry;
import dev.stageproof.observe.LogSeverity;
import dev.stageproof.probes.entries.Entry;
import dev.stageproof.probes.entries.ServedRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads the API's entry message.
 *
 * @see <a
 *     href="https://cloud.google.com/logging/docs/reference/v2/rpc/google.logging.v2#logentry">LogEntry</a>
 */
final class EntryReader {
  private EntryReader() {}

  static Entry read(LogEntry entry) {
    return new Entry(
        timeOf(entry),
        severity(entry.getSeverityValue()),
        Entry.logId(entry.getLogName()),
        EntryText.of(entry),
        entry.getInsertId(),
        entry.hasHttpRequest() ? Optional.of(request(entry.getHttpRequest())) : Optional.empty());
  }

  static Instant timeOf(LogEntry entry) {
    return Instant.ofEpochSecond(
        entry.getTimestamp().getSeconds(), entry.getTimestamp().getNanos());
  }

  private static ServedRequest request(HttpRequest request) {
    return new ServedRequest(
        request.getStatus(),
        request.hasLatency() ? Optional.of(latency(request)) : Optional.empty(),
        request.getUserAgent());
  }

  private static Duration latency(HttpRequest request) {
    return Duration.ofSeconds(request.getLatency().getSeconds(), request.getLatency().getNanos());
  }

  /** The API numbers severities in hundreds; a number between two names counts as the lower. */
  private static LogSeverity severity(int number) {
    LogSeverity[] all = LogSeverity.values();
    return all[Math.max(0, Math.min(number / 100, all.length - 1))];
  }
}
