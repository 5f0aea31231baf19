package dev.stageproof.checks.requests;

import dev.stageproof.observe.LoggedRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What went out for one request, and what came back.
 *
 * @param count how many requests went out with the trace
 * @param last when the last of them was sent or, if its entry is written at its end, ended
 * @param headers of each answer, names in lower case
 */
public record Exchanged(
    LoggedRequest<?> request, int count, Instant last, List<Map<String, String>> headers) {
  public Exchanged {
    headers = List.copyOf(headers);
  }
}
