package dev.stageproof.sandbox;

import static dev.stageproof.sandbox.GoogleClients.entries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.logging.v2.ListLogEntriesRequest;
import com.google.logging.v2.ListLogEntriesResponse;
import com.google.protobuf.util.JsonFormat;
import io.grpc.Status;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The Cloud Logging API in JSON over HTTP, as gcloud speaks it. */
class LoggingRestTest {
  private static final String LIST = "v2/entries:list";

  private final HandClock clock = new HandClock();
  private final HttpClient client = HttpClient.newHttpClient();
  private Sandbox sandbox;

  private void start(Scenario scenario) {
    sandbox = Sandbox.start(scenario, clock);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private HttpResponse<String> post(String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.loggingRestEndpoint() + path))
            .timeout(Duration.ofSeconds(1))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private ListLogEntriesResponse page(ListLogEntriesRequest.Builder request) throws Exception {
    HttpResponse<String> answer = post(LIST + "?alt=json", JsonFormat.printer().print(request));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    ListLogEntriesResponse.Builder page = ListLogEntriesResponse.newBuilder();
    JsonFormat.parser().merge(answer.body(), page);
    return page.build();
  }

  @Test
  void bothFacesGiveTheSamePages() throws Exception {
    start(Scenario.named("issue-965"));
    ListLogEntriesRequest.Builder request =
        entries("resource.type=\"cloud_run_revision\"").setPageSize(300);
    try (GoogleClients clients = new GoogleClients(sandbox)) {
      ListLogEntriesResponse first = page(request);
      assertThat(first).isEqualTo(clients.logging.listLogEntriesCallable().call(request.build()));
      request.setPageToken(first.getNextPageToken());
      assertThat(page(request))
          .isEqualTo(clients.logging.listLogEntriesCallable().call(request.build()));
    }
  }

  @Test
  void valuesAreWrittenAsGoogleWritesThem() throws Exception {
    start(Scenario.named("issue-965"));
    String answer =
        post(
                LIST,
                """
                {"resourceNames": ["projects/netra-staging"], "pageSize": 1,
                 "filter": "log_id(\\"run.googleapis.com/requests\\")"}
                """)
            .body();
    assertThat(answer)
        .contains("\"severity\": \"INFO\"")
        .contains("\"status\": 200")
        .contains("\"latency\": \"0.0")
        .contains("\"logName\": \"projects/netra-staging/logs/run.googleapis.com%2Frequests\"");
  }

  @Test
  void aBrokenFilterIsAnsweredWithGooglesFormOfAnError() throws Exception {
    start(Scenario.named("issue-965"));
    HttpResponse<String> answer =
        post(LIST, "{\"resourceNames\": [\"projects/netra-staging\"], \"filter\": \"severity=\"}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("application/json; charset=UTF-8");
    assertThat(answer.body())
        .isEqualTo(
            """
            {
              "error" : {
                "code" : 400,
                "message" : "Unparseable filter: syntax error, token 'end of filter' at line 1, column 10",
                "status" : "INVALID_ARGUMENT"
              }
            }""");
  }

  @Test
  void unknownFieldsBrokenJsonAndTooMuchOfItAreRefused() throws Exception {
    start(Scenario.named("issue-965"));
    assertThat(post(LIST, "{\"colour\": 1}").body())
        .contains("Invalid JSON payload received. Cannot find field: colour")
        .contains("INVALID_ARGUMENT");
    assertThat(post(LIST, "{\"filter\":").statusCode()).isEqualTo(400);
    assertThat(post(LIST, "[]").statusCode()).isEqualTo(400);
    assertThat(post(LIST, " ".repeat(300_000)).body())
        .contains("Request payload size exceeds the limit: 262144 bytes.");
    assertThat(sandbox.calls().all()).isEmpty();
  }

  @Test
  void unknownMethodsAreNotFound() throws Exception {
    start(Scenario.named("issue-965"));
    assertThat(post("v2/entries:write", "{}").statusCode()).isEqualTo(404);
    assertThat(post("v2/entries:write", "{}").body())
        .contains("\"Method not found.\"")
        .contains("\"NOT_FOUND\"");
    HttpRequest get =
        HttpRequest.newBuilder(URI.create(sandbox.loggingRestEndpoint() + LIST)).build();
    assertThat(client.send(get, HttpResponse.BodyHandlers.discarding()).statusCode())
        .isEqualTo(404);
  }

  @Test
  void faultsAreSharedWithTheOtherFace() throws Exception {
    Fault quota = Fault.refuse(Status.Code.RESOURCE_EXHAUSTED).times(2);
    start(Scenario.named("issue-965").withFaults(Faults.none().with(Api.LOGGING, quota)));
    try (GoogleClients clients = new GoogleClients(sandbox)) {
      assertThatThrownBy(() -> clients.logging.listLogEntriesCallable().call(entries("").build()))
          .hasMessageContaining("Quota exceeded");
    }
    HttpResponse<String> answer = post(LIST, JsonFormat.printer().print(entries("")));
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.body()).contains("Quota exceeded").contains("RESOURCE_EXHAUSTED");
    assertThat(page(entries("")).getEntriesCount()).isEqualTo(50);
    assertThat(sandbox.calls().count("ListLogEntries")).isEqualTo(3);
  }

  @Test
  void aHangIsNeverAnswered() {
    start(Scenario.named("issue-965").withFaults(Faults.none().with(Api.LOGGING, Fault.hang())));
    assertThatThrownBy(() -> post(LIST, "{}")).isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void everyCallIsLoggedWithItsFilter() throws Exception {
    start(Scenario.named("issue-965"));
    page(entries("severity=ERROR"));
    assertThat(sandbox.calls().all())
        .containsExactly(
            new CallLog.Call(Api.LOGGING, "ListLogEntries", "severity=ERROR", HandClock.START));
  }
}
