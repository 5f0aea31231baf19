package dev.stageproof.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer as it goes out.
 *
 * @param trailers what follows the body, which only gRPC has
 */
record Reply(int status, Map<String, String> headers, byte[] body, Map<String, String> trailers) {

  static Reply of(Scenario.Route route) {
    byte[] body = route.body().getBytes(StandardCharsets.UTF_8);
    return new Reply(route.status(), route.headers(), body, Map.of());
  }

  static Reply text(int status, String text) {
    return new Reply(
        status,
        Map.of("Content-Type", "text/plain"),
        text.getBytes(StandardCharsets.UTF_8),
        Map.of());
  }

  /** True when the body says by itself where it ends. */
  boolean framed() {
    return !trailers.isEmpty();
  }
}
