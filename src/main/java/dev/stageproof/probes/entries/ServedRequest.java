package dev.stageproof.probes.entries;

import java.time.Duration;
import java.util.Optional;

/**
 * What an entry says of an HTTP request (LogEntry.http_request).
 *
 * @param status the answer's status; 0 when the entry names none
 * @param latency from the request until the answer was sent
 * @param userAgent who asked; empty when the entry names none
 */
public record ServedRequest(int status, Optional<Duration> latency, String userAgent) {

  private static final String OUR_AGENT = "stageproof/";

  /** True for a request that stageproof sent; the user agent says so. */
  public boolean ours() {
    return userAgent.startsWith(OUR_AGENT);
  }
}
