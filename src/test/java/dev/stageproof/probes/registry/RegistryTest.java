package dev.stageproof.probes.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.probes.google.TestLook;
import dev.stageproof.probes.registry.Credentials.Known;
import dev.stageproof.probes.registry.Credentials.Login;
import dev.stageproof.spi.ProbeSettings;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked of a registry, what is shown to whom, and what is made of its answers. */
@Timeout(60)
class RegistryTest {
  private static final Login LOGIN = new Login("ci", "let-me-in", Optional.empty());
  private static final String BASIC = okhttp3.Credentials.basic("ci", "let-me-in");

  private final MockWebServer server = new MockWebServer();
  private final MockWebServer other = new MockWebServer();

  @BeforeEach
  void start() throws IOException {
    server.start();
    other.start();
  }

  @AfterEach
  void stop() {
    server.close();
    other.close();
  }

  private ImageReference image(String version) {
    return ImageReference.parse("localhost:" + server.getPort() + "/acme/backend" + version)
        .orElseThrow();
  }

  private static TestLook look(Duration limit) {
    return new TestLook(
        ProbeSettings.at(ProbeSettings.Endpoints.google()),
        Instant.parse("2025-09-15T08:47:00Z"),
        limit);
  }

  private void observe(Optional<Login> login, String version, Duration limit) throws Exception {
    Known known = new Known(login, Optional.empty());
    try (ImageRegistry registry = new ImageRegistry((image, context) -> known)) {
      registry.manifest(image(version), look(limit));
    }
  }

  private Gap gap(Optional<Login> login, String version, Duration limit) {
    return catchThrowableOfType(UnobservedException.class, () -> observe(login, version, limit))
        .gap();
  }

  private Gap gap(String version) {
    return gap(Optional.of(LOGIN), version, Duration.ofSeconds(20));
  }

  private static MockResponse answer(int status, String body) {
    return new MockResponse.Builder().code(status).body(body).build();
  }

  private static MockResponse wants(String challenge) {
    return new MockResponse.Builder().code(401).addHeader("WWW-Authenticate", challenge).build();
  }

  private static MockResponse manifest() {
    String blob = "{\"digest\":\"sha256:" + "0".repeat(64) + "\",\"size\":1}";
    return answer(200, "{\"config\":" + blob + ",\"layers\":[" + blob + "]}");
  }

  private static String authorization(RecordedRequest request) {
    return request.getHeaders().get("Authorization");
  }

  @Test
  void aTokenIsFetchedWhereTheRegistrySays() throws Exception {
    server.enqueue(wants("Bearer realm=\"" + server.url("/token") + "\",service=\"here\""));
    server.enqueue(answer(200, "{\"token\":\"t\"}"));
    server.enqueue(manifest());

    observe(Optional.of(LOGIN), ":v1", Duration.ofSeconds(20));

    RecordedRequest first = server.takeRequest();
    assertThat(first.getTarget()).isEqualTo("/v2/acme/backend/manifests/v1");
    assertThat(authorization(first)).isNull();
    RecordedRequest token = server.takeRequest();
    assertThat(token.getTarget())
        .isEqualTo("/token?service=here&scope=repository%3Aacme%2Fbackend%3Apull");
    assertThat(authorization(token)).isEqualTo(BASIC);
    assertThat(authorization(server.takeRequest())).isEqualTo("Bearer t");
  }

  @Test
  void withoutALoginTheTokenIsAskedForAsAnyoneMay() throws Exception {
    server.enqueue(wants("Bearer realm=\"" + server.url("/token") + "\""));
    server.enqueue(answer(200, "{\"access_token\":\"anyone\"}"));
    server.enqueue(manifest());

    observe(Optional.empty(), ":v1", Duration.ofSeconds(20));

    server.takeRequest();
    assertThat(authorization(server.takeRequest())).isNull();
    assertThat(authorization(server.takeRequest())).isEqualTo("Bearer anyone");
  }

  @Test
  void aPasswordIsNotShownToAnotherPlaceInPlainText() throws Exception {
    server.enqueue(wants("Bearer realm=\"" + other.url("/token") + "\""));
    other.enqueue(answer(200, "{\"token\":\"t\"}"));
    server.enqueue(manifest());

    observe(Optional.of(LOGIN), ":v1", Duration.ofSeconds(20));

    assertThat(authorization(other.takeRequest())).isNull();
  }

  @Test
  void aRedirectToAnotherHostCarriesNoCredentials() throws Exception {
    server.enqueue(wants("Basic realm=\"here\""));
    server.enqueue(
        new MockResponse.Builder().code(307).addHeader("Location", other.url("/store")).build());
    other.enqueue(manifest());

    observe(Optional.of(LOGIN), ":v1", Duration.ofSeconds(20));

    server.takeRequest();
    assertThat(authorization(server.takeRequest())).isEqualTo(BASIC);
    RecordedRequest moved = other.takeRequest();
    assertThat(moved.getTarget()).isEqualTo("/store");
    assertThat(authorization(moved)).isNull();
  }

  @Test
  void aManifestWithAnotherDigestIsRefused() {
    server.enqueue(manifest());

    Gap gap = gap("@sha256:" + "1".repeat(64));

    assertThat(gap.reason()).isEqualTo(GapReason.MALFORMED);
    assertThat(gap.message())
        .startsWith("what is stored as localhost:")
        .contains(" has the digest sha256:");
  }

  @Test
  void whatIsNoManifestIsRefused() {
    server.enqueue(answer(200, "<html>"));
    server.enqueue(answer(200, "{\"errors\":[]}"));
    server.enqueue(answer(200, "{\"config\":{},\"layers\":[]}"));

    assertThat(gap(":v1").message()).endsWith("/acme/backend:v1 is not JSON");
    assertThat(gap(":v1").message()).endsWith("/acme/backend:v1 names no layers");
    assertThat(gap(":v1").message()).endsWith(":v1 names a part without digest or size");
  }

  @Test
  void anAnswerThatNeverEndsIsCut() {
    server.enqueue(
        new MockResponse.Builder()
            .code(200)
            .body(new Buffer().write(new byte[(4 << 20) + 1]))
            .build());

    assertThat(gap(":v1").message()).endsWith(" is larger than any manifest");
  }

  @Test
  void eachRefusalSaysWhatItMeans() {
    server.enqueue(answer(403, ""));
    server.enqueue(answer(429, ""));
    server.enqueue(answer(503, ""));

    assertThat(gap(":v1").reason()).isEqualTo(GapReason.NO_PERMISSION);
    assertThat(gap(":v1").reason()).isEqualTo(GapReason.QUOTA);
    assertThat(gap(":v1"))
        .isEqualTo(
            Gap.of(
                GapReason.UNREACHABLE,
                "the registry localhost:%d answered 503 for localhost:%d/acme/backend:v1"
                    .formatted(server.getPort(), server.getPort()),
                "run again in a minute"));
  }

  @Test
  void aSilentRegistryTimesOut() {
    server.enqueue(
        new MockResponse.Builder().headersDelay(30, java.util.concurrent.TimeUnit.SECONDS).build());

    Gap gap = gap(Optional.empty(), ":v1", Duration.ofMillis(500));

    assertThat(gap.reason()).isEqualTo(GapReason.TIMED_OUT);
    assertThat(gap.message())
        .isEqualTo("the registry localhost:%d did not answer in time".formatted(server.getPort()));
  }

  @Test
  void aRegistryThatIsNotThereIsUnreachable() {
    server.close();

    Gap gap = gap(":v1");

    assertThat(gap.reason()).isEqualTo(GapReason.UNREACHABLE);
    assertThat(gap.message()).contains(" can't be reached: ");
  }
}
