package dev.stageproof.sandbox;

import com.google.protobuf.ByteString;
import java.util.Map;

/**
 * An answer as it goes out.
 *
 * @param trailers what follows the body, which only gRPC has
 */
record Reply(
    int status, Map<String, String> headers, ByteString body, Map<String, String> trailers) {

  static Reply of(Scenario.Route route) {
    ByteString body = ByteString.copyFromUtf8(route.body());
    return new Reply(route.status(), route.headers(), body, Map.of());
  }

  static Reply text(int status, String text) {
    return new Reply(
        status, Map.of("Content-Type", "text/plain"), ByteString.copyFromUtf8(text), Map.of());
  }

  /** True when the body says by itself where it ends. */
  boolean framed() {
    return !trailers.isEmpty();
  }
}
