package dev.stageproof.publish.github;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.Response;
import okio.BufferedSource;

/**
 * What GitHub answers.
 *
 * @param retryAfter seconds, when it says so
 * @param exhausted whether it says that no call is left
 * @param body missing when there is none, or it is no JSON
 */
record Answer(int status, Optional<Long> retryAfter, boolean exhausted, JsonNode body) {
  private static final int TOO_MANY = 429;
  private static final int MULTIPLE = 300;
  private static final Set<Integer> BUSY =
      Set.of(
          HttpURLConnection.HTTP_INTERNAL_ERROR,
          HttpURLConnection.HTTP_BAD_GATEWAY,
          HttpURLConnection.HTTP_UNAVAILABLE,
          HttpURLConnection.HTTP_GATEWAY_TIMEOUT);

  static Answer of(Response response, long largest) throws IOException {
    BufferedSource source = response.body().source();
    if (source.request(largest + 1)) {
      throw new IOException("the answer is longer than " + largest + " bytes");
    }
    return new Answer(
        response.code(),
        seconds(response.header("Retry-After")),
        "0".equals(response.header("X-RateLimit-Remaining")),
        json(source.readByteArray()));
  }

  private static Optional<Long> seconds(String header) {
    return Optional.ofNullable(header).filter(it -> it.matches("\\d{1,9}")).map(Long::valueOf);
  }

  private static JsonNode json(byte[] bytes) {
    try {
      return Json.read(bytes);
    } catch (IOException e) {
      return Json.object().put("message", "it is no JSON: " + Words.of(e));
    }
  }

  boolean good() {
    return status >= HttpURLConnection.HTTP_OK && status < MULTIPLE;
  }

  /** True when GitHub refuses for now only: a limit of calls is used up. */
  boolean limited() {
    return status == TOO_MANY
        || (status == HttpURLConnection.HTTP_FORBIDDEN && (exhausted || retryAfter.isPresent()));
  }

  /** True when another try may help and does no harm. */
  boolean again(boolean harmless) {
    return limited() || (harmless && BUSY.contains(status));
  }

  Optional<Long> retryAfterMillis() {
    return retryAfter.map(TimeUnit.SECONDS::toMillis);
  }

  /** GitHub's own words. */
  String message() {
    return Words.line(body.path("message").asText(""));
  }
}
