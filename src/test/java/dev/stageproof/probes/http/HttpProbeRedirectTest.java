package dev.stageproof.probes.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.observe.HttpRequest;
import dev.stageproof.observe.HttpRequest.Redirects;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which redirects are followed, and what goes along. */
class HttpProbeRedirectTest {
  private static final Map<String, String> SECRETS =
      Map.of(
          "Authorization", "Bearer t",
          "Cookie", "session=1",
          "X-Api-Key", "k",
          "Accept", "text/html");

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

  private Sample ask(Redirects redirects) throws Exception {
    return ask(Look.redirected(server.url("/start"), redirects, SECRETS, "GET"));
  }

  private Sample ask(HttpRequest request) throws Exception {
    return probe.observe(request, Look.within(Duration.ofSeconds(10))).samples().get(0);
  }

  private static MockResponse redirect(int status, Object location) {
    return new MockResponse.Builder().code(status).addHeader("Location", location).build();
  }

  private static MockResponse ok() {
    return new MockResponse.Builder().body("there").build();
  }

  @Test
  void neverTakesTheRedirectAsTheAnswer() throws Exception {
    server.enqueue(redirect(302, "/end"));
    Sample sample = ask(Redirects.NEVER);
    assertThat(sample.status()).isEqualTo(302);
    assertThat(sample.redirects()).isEmpty();
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void sameHostFollowsAndTakesAllHeadersAlong() throws Exception {
    server.enqueue(redirect(302, "/end"));
    server.enqueue(ok());
    Sample sample = ask(Redirects.SAME_HOST);
    assertThat(sample.status()).isEqualTo(200);
    assertThat(sample.redirects()).containsExactly(server.url("/start").toString());
    server.takeRequest();
    RecordedRequest second = server.takeRequest();
    assertThat(second.getTarget()).isEqualTo("/end");
    SECRETS.forEach((name, value) -> assertThat(second.getHeaders().get(name)).isEqualTo(value));
  }

  @Test
  void sameHostTakesARedirectToAnotherPortAsTheAnswer() throws Exception {
    server.enqueue(redirect(302, other.url("/end")));
    assertThat(ask(Redirects.SAME_HOST).status()).isEqualTo(302);
    assertThat(other.getRequestCount()).isZero();
  }

  @Test
  void followGoesElsewhereWithoutSecrets() throws Exception {
    server.enqueue(redirect(302, other.url("/end")));
    other.enqueue(ok());
    Sample sample = ask(Redirects.FOLLOW);
    assertThat(sample.body()).isEqualTo("there");
    RecordedRequest second = other.takeRequest();
    assertThat(second.getHeaders().names())
        .contains("Accept", "User-Agent")
        .doesNotContain("Authorization", "Cookie", "X-Api-Key");
  }

  @Test
  void secretsDoNotComeBackAfterADetour() throws Exception {
    server.enqueue(redirect(302, other.url("/detour")));
    other.enqueue(redirect(302, server.url("/end")));
    server.enqueue(ok());
    ask(Redirects.FOLLOW);
    server.takeRequest();
    assertThat(server.takeRequest().getHeaders().names()).doesNotContain("Authorization", "Cookie");
  }

  @Test
  void aLoopEndsAfterTenRedirects() throws Exception {
    for (int i = 0; i < 12; i++) {
      server.enqueue(redirect(302, "/start"));
    }
    Sample sample = ask(Redirects.FOLLOW);
    assertThat(sample.status()).isEqualTo(302);
    assertThat(sample.redirects()).hasSize(10);
    assertThat(server.getRequestCount()).isEqualTo(11);
  }

  @ParameterizedTest
  @CsvSource({
    "301, POST, GET",
    "302, POST, GET",
    "303, POST, GET",
    "303, HEAD, HEAD",
    "307, POST, POST",
    "308, POST, POST",
    "302, HEAD, HEAD"
  })
  void theMethodChangesAsInBrowsers(int status, String method, String then) throws Exception {
    server.enqueue(redirect(status, "/end"));
    server.enqueue(new MockResponse.Builder().build());
    ask(Look.redirected(server.url("/start"), Redirects.FOLLOW, Map.of(), method));
    server.takeRequest();
    RecordedRequest second = server.takeRequest();
    assertThat(second.getMethod()).isEqualTo(then);
    assertThat(second.getBodySize()).isEqualTo(then.equals("POST") ? 2 : 0);
  }

  @Test
  void aRedirectThatNamesNoAddressIsTheAnswer() throws Exception {
    server.enqueue(redirect(302, "mailto:someone"));
    assertThat(ask(Redirects.FOLLOW).status()).isEqualTo(302);
    server.enqueue(new MockResponse.Builder().code(302).build());
    assertThat(ask(Redirects.FOLLOW).status()).isEqualTo(302);
    server.enqueue(redirect(304, "/end"));
    assertThat(ask(Redirects.FOLLOW).status()).isEqualTo(304);
  }
}
