package dev.stageproof.probes.logging;

import com.google.logging.v2.LogEntry;
import dev.stageproof.observe.LogSeverity;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A log entry as far as counting needs it.
 *
 * @param log the log's id, without the project and the URL escapes of the log's name
 * @param text what matchers look at, whole
 * @param foreignRequest true for an entry of the request log that stageproof did not cause
 */
record ReadEntry(
    Instant at, LogSeverity severity, String log, String text, boolean foreignRequest) {

  /** The id of Cloud Run's request log. */
  static final String REQUEST_LOG = "run.googleapis.com/requests";

  private static final String OUR_AGENT = "stageproof/";

  static ReadEntry of(LogEntry entry) {
    String log = log(entry.getLogName());
    boolean ours = entry.getHttpRequest().getUserAgent().startsWith(OUR_AGENT);
    return new ReadEntry(
        timeOf(entry),
        severity(entry.getSeverityValue()),
        log,
        EntryText.of(entry),
        log.equals(REQUEST_LOG) && !ours);
  }

  static Instant timeOf(LogEntry entry) {
    return Instant.ofEpochSecond(
        entry.getTimestamp().getSeconds(), entry.getTimestamp().getNanos());
  }

  private static String log(String name) {
    String id = name.substring(name.indexOf("/logs/") < 0 ? 0 : name.indexOf("/logs/") + 6);
    return URLDecoder.decode(id, StandardCharsets.UTF_8);
  }

  /** The API numbers severities in hundreds; a number between two names counts as the lower. */
  private static LogSeverity severity(int number) {
    LogSeverity[] all = LogSeverity.values();
    return all[Math.max(0, Math.min(number / 100, all.length - 1))];
  }
}
