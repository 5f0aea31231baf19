package dev.stageproof.probes.entries;

import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Line;
import dev.stageproof.observe.LogSeverity;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * A log entry as far as counting needs it.
 *
 * @param log the log's id, without the project and the URL escapes of the log's name
 * @param text what matchers look at, whole
 * @param insertId entries that agree in log, time and this are one entry; empty when not given,
 *     which makes the entry one of its own
 * @param request the request that the entry tells of
 */
public record Entry(
    Instant at,
    LogSeverity severity,
    String log,
    String text,
    String insertId,
    Optional<ServedRequest> request) {

  /** The id of Cloud Run's request log. */
  public static final String REQUEST_LOG = "run.googleapis.com/requests";

  private static final String LOGS = "/logs/";

  /** True for an entry of the request log that stageproof did not cause. */
  public boolean foreignRequest() {
    return log.equals(REQUEST_LOG) && request.filter(ServedRequest::ours).isEmpty();
  }

  /** True for a request-log entry that stageproof caused. */
  public boolean ours() {
    return log.equals(REQUEST_LOG) && request.filter(ServedRequest::ours).isPresent();
  }

  /** The entry as an excerpt, its text cut to {@link LogReadObservation#TEXT_LIMIT}. */
  public Line line() {
    return new Line(at, severity, log, CutText.of(text));
  }

  /**
   * The log's id in its full name: {@code projects/p/logs/run.googleapis.com%2Fstderr}; a name that
   * is not escaped as the API does it stays as it is.
   */
  public static String logId(String logName) {
    int logs = logName.indexOf(LOGS);
    String id = logs < 0 ? logName : logName.substring(logs + LOGS.length());
    try {
      return id.indexOf('%') < 0 ? id : URLDecoder.decode(id, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return id;
    }
  }
}
