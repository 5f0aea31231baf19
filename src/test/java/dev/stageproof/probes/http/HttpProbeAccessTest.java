package dev.stageproof.probes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stageproof.model.Secret;
import dev.stageproof.observe.Access;
import dev.stageproof.observe.HttpRequest;
import dev.stageproof.observe.HttpRequest.Redirects;
import dev.stageproof.observe.TraceId;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes along with a request to prove who sends it, and where it goes. */
class HttpProbeAccessTest {
  private static final Access TOKEN = new Access.Bearer(new Secret("s3cret-token"));
  private static final TraceId TRACE = TraceId.of(Look.NOW, List.of("a"));

  private final MockWebServer server = new MockWebServer();
  private final MockWebServer other = new MockWebServer();
  private final HttpProbe probe = new HttpProbe();

  @BeforeEach
  void start() throws IOException {
    server.start();
    other.start();
  }

  @AfterEach
  void stop() {
    probe.close();
    server.close();
    other.close();
  }

  private static HttpRequest request(Object url, Map<String, String> headers) {
    return new HttpRequest(
        "GET",
        url.toString(),
        headers,
        Optional.empty(),
        Redirects.FOLLOW,
        1,
        TOKEN,
        Optional.of(TRACE));
  }

  private void ask(Map<String, String> headers) throws Exception {
    probe.observe(request(server.url("/"), headers), Look.within(Duration.ofSeconds(10)));
  }

  private static MockResponse redirect(Object location) {
    return new MockResponse.Builder().code(302).addHeader("Location", location).build();
  }

  @Test
  void theTokenIsSentAndSoIsTheTrace() throws Exception {
    server.enqueue(new MockResponse.Builder().build());
    ask(Map.of());
    Headers sent = server.takeRequest().getHeaders();
    assertThat(sent.get("Authorization")).isEqualTo("Bearer s3cret-token");
    assertThat(sent.get("traceparent")).isEqualTo(TRACE.attempt(1).traceParent());
  }

  @Test
  void anAuthorizationForTheServiceItselfStaysUntouched() throws Exception {
    server.enqueue(new MockResponse.Builder().build());
    ask(Map.of("authorization", "Basic abc"));
    Headers sent = server.takeRequest().getHeaders();
    assertThat(sent.get("Authorization")).isEqualTo("Basic abc");
    assertThat(sent.get("X-Serverless-Authorization")).isEqualTo("Bearer s3cret-token");
  }

  @Test
  void noTokenGoesAlongWithARedirectToAnotherHost() throws Exception {
    server.enqueue(redirect(other.url("/elsewhere")));
    other.enqueue(redirect(server.url("/back")));
    server.enqueue(new MockResponse.Builder().build());
    ask(Map.of("authorization", "Basic abc"));
    assertThat(other.takeRequest().getHeaders().names())
        .doesNotContain("Authorization", "X-Serverless-Authorization", "traceparent");
    server.takeRequest();
    assertThat(server.takeRequest().getHeaders().names())
        .doesNotContain("Authorization", "X-Serverless-Authorization");
  }

  @Test
  void withinTheOriginItGoesAlong() throws Exception {
    server.enqueue(redirect("/login"));
    server.enqueue(new MockResponse.Builder().build());
    ask(Map.of());
    server.takeRequest();
    assertThat(server.takeRequest().getHeaders().get("Authorization")).isNotNull();
  }

  @Test
  void nothingIsSentWhereItCouldBeRead() {
    UnobservedException refused =
        catchThrowableOfType(
            UnobservedException.class,
            () ->
                probe.observe(
                    request("http://backend.example.com/health", Map.of()),
                    Look.within(Duration.ofSeconds(10))));
    assertThat(refused.gap().message())
        .isEqualTo(
            "no token is sent to http://backend.example.com: anyone on the way could read it");
  }
}
