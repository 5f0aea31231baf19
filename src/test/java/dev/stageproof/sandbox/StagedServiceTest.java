package dev.stageproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.logging.type.LogSeverity;
import com.google.logging.v2.LogEntry;
import io.grpc.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The staged service, asked with the JDK's HTTP client. */
class StagedServiceTest {
  private static final String OURS = "log_id(\"run.googleapis.com/requests\") \"ours/1\"";

  private final HttpClient http = HttpClient.newHttpClient();
  private final HandClock clock = new HandClock();
  private Sandbox sandbox;

  private void start(Scenario scenario) {
    sandbox = Sandbox.start(scenario, clock);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.serviceUrl() + path))
        .timeout(Duration.ofSeconds(5))
        .header("User-Agent", "ours/1");
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private List<LogEntry> requestLog() throws IOException {
    try (GoogleClients clients = new GoogleClients(sandbox)) {
      return clients
          .logging
          .listLogEntriesCallable()
          .call(GoogleClients.entries(OURS).setPageSize(1000).build())
          .getEntriesList();
    }
  }

  private static Scenario routes(Scenario.Route... routes) {
    Scenario base = Scenario.named("issue-965");
    return Variants.with(base, base.revisions(), base.traffic(), List.of(routes));
  }

  @Test
  void healthAnswersAsTheScenarioSays() throws Exception {
    start(Scenario.named("issue-965"));
    HttpResponse<String> healthy = send(request("/health"));
    assertThat(healthy.statusCode()).isEqualTo(200);
    assertThat(healthy.body())
        .isEqualTo(
            "{\"status\":\"healthy\",\"service\":\"netra-ai-platform\",\"version\":\"1.0.0\"}");
    assertThat(healthy.headers().firstValue("Content-Type")).contains("application/json");
  }

  @Test
  void healthIsDownInIssue889() throws Exception {
    start(Scenario.named("issue-889"));
    HttpResponse<String> down = send(request("/health"));
    assertThat(down.statusCode()).isEqualTo(503);
    assertThat(down.body())
        .isEqualTo(
            "{\"status\":\"unhealthy\",\"service\":\"netra-ai-platform\","
                + "\"database\":\"timeout after 8 s\"}");
    assertThat(requestLog().get(0).getSeverity()).isEqualTo(LogSeverity.ERROR);
  }

  @Test
  void whatNoRouteFitsIsNotFound() throws Exception {
    start(Scenario.named("issue-965"));
    assertThat(send(request("/nowhere")).statusCode()).isEqualTo(404);
    assertThat(send(request("/health").DELETE()).statusCode()).isEqualTo(404);
    assertThat(requestLog())
        .extracting(LogEntry::getSeverity)
        .containsExactly(LogSeverity.WARNING, LogSeverity.WARNING);
  }

  @Test
  void headIsAnsweredLikeGetWithoutABody() throws Exception {
    start(Scenario.named("issue-965"));
    HttpResponse<String> head =
        send(request("/health").method("HEAD", HttpRequest.BodyPublishers.noBody()));
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(head.body()).isEmpty();
  }

  @Test
  void everyRequestLeavesItsEntryInTheRequestLog() throws Exception {
    start(routes(Variants.route(200, "{}")));
    String trace = "0af7651916cd43dd8448eb211c80319c";
    send(
        request("/health?deep=1")
            .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
            .header("Referer", "https://example.test/"));
    LogEntry entry = requestLog().get(0);
    assertThat(entry.getHttpRequest().getRequestMethod()).isEqualTo("GET");
    assertThat(entry.getHttpRequest().getRequestUrl())
        .isEqualTo(sandbox.serviceUrl() + "/health?deep=1");
    assertThat(entry.getHttpRequest().getStatus()).isEqualTo(200);
    assertThat(entry.getHttpRequest().getResponseSize()).isEqualTo(2);
    assertThat(entry.getHttpRequest().getUserAgent()).isEqualTo("ours/1");
    assertThat(entry.getHttpRequest().getReferer()).isEqualTo("https://example.test/");
    assertThat(entry.getHttpRequest().getRemoteIp()).isEqualTo("127.0.0.1");
    assertThat(entry.getHttpRequest().getProtocol()).isEqualTo("HTTP/1.1");
    assertThat(entry.getTrace()).isEqualTo("projects/netra-staging/traces/" + trace);
    assertThat(entry.getSpanId()).isEqualTo("b7ad6b7169203331");
    assertThat(entry.getTraceSampled()).isTrue();
    assertThat(entry.getSeverity()).isEqualTo(LogSeverity.INFO);
    assertThat(Times.instant(entry.getTimestamp())).isEqualTo(HandClock.START);
    assertThat(entry.getResource().getLabelsMap())
        .containsEntry("revision_name", "netra-backend-staging-00640-wob");
    assertThat(sandbox.calls().all().get(0))
        .isEqualTo(new CallLog.Call(Api.HTTP, "GET", "/health?deep=1", HandClock.START));
  }

  @Test
  void theEntryBecomesReadableAfterTheIngestionLag() throws Exception {
    start(Scenario.named("issue-965").withIngestionLag(Duration.ofSeconds(3)));
    send(request("/health"));
    assertThat(requestLog()).isEmpty();
    clock.forward(Duration.ofSeconds(3));
    assertThat(requestLog()).hasSize(1);
  }

  @Test
  void trafficIsSplitByItsPercentages() throws Exception {
    ScenarioRevision old = Variants.revision("a-1", Duration.ofHours(1), Variants.ready());
    ScenarioRevision young = Variants.revision("a-2", Duration.ofMinutes(1), Variants.ready());
    start(
        Variants.with(
            Scenario.named("issue-965"),
            List.of(old, young),
            List.of(Variants.share("a-1", 90), Variants.share("a-2", 10)),
            List.of(Variants.route(200, ""))));
    for (int i = 0; i < 100; i++) {
      send(request("/health"));
    }
    Map<String, Long> answered =
        requestLog().stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.getResource().getLabelsOrThrow("revision_name"),
                    Collectors.counting()));
    assertThat(answered).containsEntry("a-1", 90L).containsEntry("a-2", 10L);
  }

  @Test
  void aTagHasAnAddressOfItsOwnWhateverItsShare() throws Exception {
    ScenarioRevision old = Variants.revision("a-1", Duration.ofHours(1), Variants.ready());
    ScenarioRevision young = Variants.revision("a-2", Duration.ofMinutes(1), Variants.ready());
    start(
        Variants.with(
            Scenario.named("issue-965"),
            List.of(old, young),
            List.of(Variants.share("a-1", 100), Variants.tagged("a-2", "next")),
            List.of(Variants.route(200, ""))));
    try (GoogleClients clients = new GoogleClients(sandbox)) {
      String tagUrl =
          clients
              .services
              .getService(
                  "projects/netra-staging/locations/us-central1/services/netra-backend-staging")
              .getTrafficStatuses(1)
              .getUri();
      assertThat(tagUrl).isNotEqualTo(sandbox.serviceUrl());
      send(HttpRequest.newBuilder(URI.create(tagUrl + "/health")).header("User-Agent", "ours/1"));
      assertThat(requestLog().get(0).getResource().getLabelsMap())
          .containsEntry("revision_name", "a-2");
    }
  }

  @Test
  void aRouteCanEndAfterSomeRequestsOrBelongToOneRevision() throws Exception {
    Scenario.Route flaky = Variants.route(503, "");
    Scenario.Route first =
        new Scenario.Route(
            flaky.method(),
            flaky.path(),
            503,
            "",
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(2));
    Scenario.Route foreign =
        new Scenario.Route(
            flaky.method(),
            flaky.path(),
            500,
            "",
            Map.of(),
            Optional.empty(),
            Optional.of("another"),
            Optional.empty());
    start(routes(foreign, first, Variants.route(200, "{}")));
    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      seen.add(send(request("/health")).statusCode());
    }
    assertThat(seen).containsExactly(503, 503, 200, 200);
  }

  @Test
  void aDelayPutsTheAnswerOff() throws Exception {
    Scenario.Route slow =
        new Scenario.Route(
            "GET",
            "/health",
            200,
            "",
            Map.of(),
            Optional.of(Duration.ofMillis(150)),
            Optional.empty(),
            Optional.empty());
    start(routes(slow));
    long before = System.nanoTime();
    send(request("/health"));
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThan(Duration.ofMillis(149));
  }

  @Test
  void aRefusalBecomesItsHttpStatus() throws Exception {
    Fault quota = Fault.refuse(Status.Code.RESOURCE_EXHAUSTED).times(1);
    start(Scenario.named("issue-965").withFaults(Faults.none().with(Api.HTTP, quota)));
    assertThat(send(request("/health")).statusCode()).isEqualTo(429);
    assertThat(send(request("/health")).statusCode()).isEqualTo(200);
  }

  @Test
  void aHangLastsUntilTheCallerGivesUp() {
    start(Scenario.named("issue-965").withFaults(Faults.none().with(Api.HTTP, Fault.hang())));
    assertThatThrownBy(() -> send(request("/health").timeout(Duration.ofMillis(200))))
        .isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void manyAtOnceAreAllAnswered() throws Exception {
    start(Scenario.named("issue-965"));
    List<Integer> statuses =
        IntStream.range(0, 50)
            .mapToObj(
                i ->
                    http.sendAsync(
                        request("/health").build(), HttpResponse.BodyHandlers.ofString()))
            .toList()
            .stream()
            .map(answer -> answer.join().statusCode())
            .toList();
    assertThat(statuses).hasSize(50).containsOnly(200);
    assertThat(sandbox.calls().count("GET")).isEqualTo(50);
    assertThat(requestLog()).hasSize(50);
  }
}
