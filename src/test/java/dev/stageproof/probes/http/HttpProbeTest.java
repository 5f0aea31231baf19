package dev.stageproof.probes.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.observe.HttpObservation;
import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.observe.HttpRequest;
import dev.stageproof.observe.HttpRequest.Redirects;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an answered request shows. */
class HttpProbeTest {
  private final MockWebServer server = new MockWebServer();
  private final HttpProbe probe = new HttpProbe();

  @BeforeEach
  void start() throws IOException {
    server.start();
  }

  @AfterEach
  void stop() {
    probe.close();
    server.close();
  }

  private HttpObservation observe(HttpRequest request) throws Exception {
    return probe.observe(request, Look.within(Duration.ofSeconds(10)));
  }

  private Sample answerTo(MockResponse.Builder response) throws Exception {
    server.enqueue(response.build());
    return observe(Look.get(server.url("/health"))).samples().get(0);
  }

  private static MockResponse.Builder response() {
    return new MockResponse.Builder();
  }

  @Test
  void statusHeadersAndBodyAreKept() throws Exception {
    Sample sample =
        answerTo(
            response()
                .code(418)
                .addHeader("Content-Type", "application/json")
                .addHeader("X-Twice", "a")
                .addHeader("X-Twice", "b")
                .body("{\"status\":\"short and stout\"}"));
    assertThat(sample.status()).isEqualTo(418);
    assertThat(sample.protocol()).isEqualTo("HTTP/1.1");
    assertThat(sample.headers())
        .containsEntry("content-type", "application/json")
        .containsEntry("x-twice", "a, b");
    assertThat(sample.body()).isEqualTo("{\"status\":\"short and stout\"}");
    assertThat(sample.bodyCut()).isFalse();
    assertThat(sample.sentAt()).isEqualTo(Look.NOW);
    assertThat(sample.certificate()).isEmpty();
  }

  @Test
  void stageproofNamesItself() throws Exception {
    answerTo(response());
    assertThat(server.takeRequest().getHeaders().get("User-Agent")).isEqualTo("stageproof/dev");
  }

  @Test
  void theUsersHeadersGoOutEvenAnotherUserAgent() throws Exception {
    server.enqueue(response().build());
    Map<String, String> headers = Map.of("user-agent", "smoke", "Authorization", "Bearer t");
    observe(Look.redirected(server.url("/"), Redirects.NEVER, headers, "GET"));
    RecordedRequest seen = server.takeRequest();
    assertThat(seen.getHeaders().values("User-Agent")).containsExactly("smoke");
    assertThat(seen.getHeaders().get("Authorization")).isEqualTo("Bearer t");
  }

  @Test
  void aBodyIsSentAsItIs() throws Exception {
    server.enqueue(response().build());
    Map<String, String> headers = Map.of("Content-Type", "application/json");
    observe(
        new HttpRequest(
            "PUT",
            server.url("/items").toString(),
            headers,
            Optional.of("{\"ö\":1}"),
            Redirects.NEVER,
            1));
    RecordedRequest seen = server.takeRequest();
    assertThat(seen.getRequestLine()).isEqualTo("PUT /items HTTP/1.1");
    assertThat(seen.getBody().string(StandardCharsets.UTF_8)).isEqualTo("{\"ö\":1}");
    assertThat(seen.getHeaders().get("Content-Type")).isEqualTo("application/json");
  }

  @Test
  void aPostWithoutABodySendsAnEmptyOne() throws Exception {
    server.enqueue(response().build());
    observe(
        new HttpRequest(
            "POST", server.url("/").toString(), Map.of(), Optional.empty(), Redirects.NEVER, 1));
    assertThat(server.takeRequest().getHeaders().get("Content-Length")).isEqualTo("0");
  }

  @Test
  void laterSamplesReuseTheConnection() throws Exception {
    for (int i = 0; i < 3; i++) {
      server.enqueue(response().body("ok").build());
    }
    HttpObservation seen = observe(Look.get(server.url("/"), 3));
    assertThat(seen.samples()).hasSize(3);
    assertThat(seen.samples().get(0).phases().connect()).isPositive();
    assertThat(seen.samples().get(1).phases().connect()).isZero();
    assertThat(seen.samples().get(2).phases().connect()).isZero();
    server.takeRequest();
    RecordedRequest second = server.takeRequest();
    assertThat(second.getConnectionIndex()).isZero();
    assertThat(second.getExchangeIndex()).isEqualTo(1);
  }

  @Test
  void aSlowServerShowsInTheFirstByte() throws Exception {
    Sample sample = answerTo(response().headersDelay(300, TimeUnit.MILLISECONDS));
    assertThat(sample.phases().firstByte()).isGreaterThanOrEqualTo(Duration.ofMillis(290));
    assertThat(sample.phases().total()).isGreaterThanOrEqualTo(sample.phases().firstByte());
    assertThat(sample.phases().connect()).isLessThan(Duration.ofMillis(290));
    assertThat(sample.phases().tls()).isZero();
  }

  @Test
  void aSlowBodyShowsOnlyInTheTotal() throws Exception {
    Sample sample = answerTo(response().bodyDelay(300, TimeUnit.MILLISECONDS).body("late"));
    assertThat(sample.phases().firstByte()).isLessThan(Duration.ofMillis(290));
    assertThat(sample.phases().total()).isGreaterThanOrEqualTo(Duration.ofMillis(290));
  }

  @Test
  void aHugeBodyIsCutAndMarked() throws Exception {
    Sample sample = answerTo(response().body("x".repeat(HttpObservation.BODY_LIMIT + 1)));
    assertThat(sample.body()).hasSize(HttpObservation.BODY_LIMIT);
    assertThat(sample.bodyCut()).isTrue();
  }

  @Test
  void aBodyOfExactlyTheLimitIsWhole() throws Exception {
    Sample sample = answerTo(response().body("x".repeat(HttpObservation.BODY_LIMIT)));
    assertThat(sample.body()).hasSize(HttpObservation.BODY_LIMIT);
    assertThat(sample.bodyCut()).isFalse();
  }

  @Test
  void aCutThroughACharacterLeavesItOut() throws Exception {
    Sample sample = answerTo(response().body("x" + "ö".repeat(HttpObservation.BODY_LIMIT / 2)));
    assertThat(sample.bodyCut()).isTrue();
    assertThat(sample.body()).endsWith("öö").hasSize(HttpObservation.BODY_LIMIT / 2);
  }

  @Test
  void aZippedBodyIsUnpackedAndItsHeaderKept() throws Exception {
    Sample sample =
        answerTo(response().addHeader("Content-Encoding", "gzip").body(zipped("hello", 1)));
    assertThat(sample.body()).isEqualTo("hello");
    assertThat(sample.headers()).containsEntry("content-encoding", "gzip");
  }

  @Test
  void aGzipBombIsCutAfterUnpacking() throws Exception {
    Buffer bomb = zipped("0".repeat(1024 * 1024), 64);
    assertThat(bomb.size()).isLessThan(HttpObservation.BODY_LIMIT);
    Sample sample = answerTo(response().addHeader("Content-Encoding", "gzip").body(bomb));
    assertThat(sample.body()).hasSize(HttpObservation.BODY_LIMIT);
    assertThat(sample.bodyCut()).isTrue();
  }

  private static Buffer zipped(String text, int times) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      for (int i = 0; i < times; i++) {
        zip.write(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    return new Buffer().write(bytes.toByteArray());
  }

  @Test
  void theContentTypeNamesTheCharset() throws Exception {
    Buffer latin = new Buffer().writeString("größer", StandardCharsets.ISO_8859_1);
    Sample sample =
        answerTo(
            response().addHeader("Content-Type", "text/plain; charset=iso-8859-1").body(latin));
    assertThat(sample.body()).isEqualTo("größer");
  }

  @Test
  void withoutACharsetABodyIsUtf8AndItsByteOrderMarkIsDropped() throws Exception {
    Sample sample = answerTo(response().body("\uFEFF{\"größe\":1}"));
    assertThat(sample.body()).isEqualTo("{\"größe\":1}");
  }

  @Test
  void malformedBytesBecomeReplacementCharacters() throws Exception {
    Sample sample = answerTo(response().body(new Buffer().writeByte('a').writeByte(0xFF)));
    assertThat(sample.body()).isEqualTo("a\uFFFD");
  }

  @Test
  void unavailableNowIsTheAnswerAndNotAskedAgain() throws Exception {
    Sample sample = answerTo(response().code(503).addHeader("Retry-After", "0").body("down"));
    assertThat(sample.status()).isEqualTo(503);
    assertThat(sample.body()).isEqualTo("down");
    assertThat(sample.headers()).containsEntry("retry-after", "0");
    assertThat(server.getRequestCount()).isEqualTo(1);
  }

  @Test
  void aRequestTimeoutIsTheAnswerAndNotAskedAgain() throws Exception {
    assertThat(answerTo(response().code(408)).status()).isEqualTo(408);
    assertThat(server.getRequestCount()).isEqualTo(1);
  }
}
