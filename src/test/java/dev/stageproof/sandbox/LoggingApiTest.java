package dev.stageproof.sandbox;

import static dev.stageproof.sandbox.GoogleClients.entries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.gax.grpc.GrpcCallContext;
import com.google.api.gax.rpc.ApiException;
import com.google.api.gax.rpc.DeadlineExceededException;
import com.google.api.gax.rpc.InvalidArgumentException;
import com.google.api.gax.rpc.PermissionDeniedException;
import com.google.api.gax.rpc.ResourceExhaustedException;
import com.google.cloud.logging.v2.LoggingClient.ListLogEntriesPage;
import com.google.logging.type.LogSeverity;
import com.google.logging.v2.ListLogEntriesRequest;
import com.google.logging.v2.ListLogEntriesResponse;
import com.google.logging.v2.LogEntry;
import io.grpc.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Google's LoggingClient against the sandbox. */
class LoggingApiTest {
  private static final String ALL =
      "resource.type=\"cloud_run_revision\" AND"
          + " resource.labels.revision_name=\"netra-backend-staging-00640-wob\"";
  private static final String PROJECT = "projects/netra-staging";

  private final HandClock clock = new HandClock();
  private Sandbox sandbox;
  private GoogleClients clients;

  private void start(Scenario scenario) throws IOException {
    sandbox = Sandbox.start(scenario, clock);
    clients = new GoogleClients(sandbox);
  }

  @AfterEach
  void stop() {
    clients.close();
    sandbox.close();
  }

  private ListLogEntriesResponse page(ListLogEntriesRequest.Builder request) {
    return clients.logging.listLogEntriesCallable().call(request.build());
  }

  private List<LogEntry> all(ListLogEntriesRequest.Builder request) {
    return StreamSupport.stream(
            clients.logging.listLogEntries(request.build()).iterateAll().spliterator(), false)
        .toList();
  }

  private String refusal(ListLogEntriesRequest.Builder request) {
    return catchThrowableOfType(InvalidArgumentException.class, () -> page(request))
        .getCause()
        .getMessage();
  }

  @Test
  void pagesFollowEachOtherWithoutGapsOrRepeats() throws IOException {
    start(Scenario.named("issue-965"));
    List<LogEntry> whole = all(entries(ALL).setPageSize(1000));
    List<LogEntry> inPages = all(entries(ALL).setPageSize(7));
    assertThat(whole).hasSizeGreaterThan(600).isEqualTo(inPages);
    assertThat(new HashSet<>(whole)).hasSameSizeAs(whole);
    assertThat(whole).extracting(entry -> Times.instant(entry.getTimestamp())).isSorted();
  }

  @Test
  void aPageHoldsFiftyEntriesUnlessTold() throws IOException {
    start(Scenario.named("issue-965"));
    assertThat(page(entries(ALL)).getEntriesCount()).isEqualTo(50);
    assertThat(page(entries(ALL)).getNextPageToken()).isNotEmpty();
    assertThat(page(entries(ALL).setPageSize(1000)).getNextPageToken()).isEmpty();
  }

  @Test
  void newestFirstOnRequest() throws IOException {
    start(Scenario.named("issue-965"));
    List<LogEntry> newest = all(entries(ALL).setOrderBy("timestamp desc").setPageSize(100));
    List<LogEntry> oldest = all(entries(ALL).setOrderBy("timestamp asc").setPageSize(100));
    assertThat(newest)
        .containsExactlyInAnyOrderElementsOf(oldest)
        .extracting(entry -> Times.instant(entry.getTimestamp()))
        .isSortedAccordingTo((a, b) -> b.compareTo(a));
  }

  @Test
  void entriesOfTheSameInstantComeInTheOrderOfTheirInsertIds() throws IOException {
    start(Variants.withLogs(Variants.line(Duration.ofSeconds(5), "second"), 3));
    List<String> ids = all(entries("\"second\"")).stream().map(LogEntry::getInsertId).toList();
    List<String> falling =
        all(entries("\"second\"").setOrderBy("timestamp desc")).stream()
            .map(LogEntry::getInsertId)
            .toList();
    assertThat(ids).hasSize(3).isSorted().isEqualTo(falling);
  }

  @Test
  void theFilterDecides() throws IOException {
    start(Scenario.named("issue-965"));
    String since = "timestamp>=\"" + HandClock.START.minus(Duration.ofMinutes(21)) + "\" ";
    assertThat(all(entries(since + "severity=WARNING jsonPayload.status=401"))).hasSize(4);
    assertThat(all(entries(since + "log_id(\"run.googleapis.com/requests\")"))).hasSize(40);
    assertThat(all(entries("resource.labels.revision_name=\"other\""))).isEmpty();
  }

  @Test
  void brokenQuestionsAreRefused() throws IOException {
    start(Scenario.named("issue-965"));
    assertThat(refusal(entries(ALL).setPageSize(-1)))
        .isEqualTo("INVALID_ARGUMENT: page_size must be 0 to 1000, found -1");
    assertThat(refusal(entries(ALL).setPageSize(1001)))
        .isEqualTo("INVALID_ARGUMENT: page_size must be 0 to 1000, found 1001");
    assertThat(refusal(entries(ALL).setOrderBy("severity")))
        .isEqualTo(
            "INVALID_ARGUMENT: order_by must be 'timestamp asc' or 'timestamp desc', found"
                + " 'severity'");
    assertThat(refusal(entries(ALL).clearResourceNames()))
        .isEqualTo("INVALID_ARGUMENT: resource_names must name 1 to 100 resources, found 0");
    assertThat(refusal(entries(ALL).addResourceNames("netra-staging")))
        .isEqualTo(
            "INVALID_ARGUMENT: 'netra-staging' is not a resource name such as projects/PROJECT_ID");
    assertThat(refusal(entries("severity=")))
        .isEqualTo(
            "INVALID_ARGUMENT: Unparseable filter: syntax error, token 'end of filter' at line 1,"
                + " column 10");
  }

  @Test
  void aFilterMayHaveTwentyThousandCharacters() throws IOException {
    start(Scenario.named("issue-965"));
    String longest = ALL + " ".repeat(20_000 - ALL.length());
    assertThat(page(entries(longest)).getEntriesCount()).isEqualTo(50);
    assertThat(refusal(entries(longest + " ")))
        .isEqualTo("INVALID_ARGUMENT: filter has 20001 characters, more than 20000");
  }

  @Test
  void aTokenGoesWithItsQuestionOnly() throws IOException {
    start(Scenario.named("issue-965"));
    String token = page(entries(ALL)).getNextPageToken();
    assertThat(page(entries(ALL).setPageToken(token).setPageSize(3)).getEntriesCount())
        .isEqualTo(3);
    assertThat(refusal(entries(ALL + " severity=INFO").setPageToken(token)))
        .isEqualTo("INVALID_ARGUMENT: page_token is not of this question");
    assertThat(refusal(entries(ALL).setPageToken("forged")))
        .isEqualTo("INVALID_ARGUMENT: page_token is not of this question");
  }

  @Test
  void aViewOfTheProjectIsReadableAndAnotherProjectIsNot() throws IOException {
    start(Scenario.named("issue-965"));
    String view = PROJECT + "/locations/global/buckets/_Default/views/_AllLogs";
    assertThat(page(entries(ALL).clearResourceNames().addResourceNames(view)).getEntriesCount())
        .isEqualTo(50);
    assertThatThrownBy(() -> page(entries(ALL).addResourceNames("projects/netra-staging-2")))
        .isInstanceOf(PermissionDeniedException.class)
        .hasMessageContaining(
            "Permission 'logging.logEntries.list' denied on resource 'projects/netra-staging-2'");
  }

  @Test
  void emptyPagesComeBeforeTheFirstEntry() throws IOException {
    start(Scenario.named("issue-965").withFaults(Faults.none().withEmptyPages(2)));
    List<Integer> sizes =
        StreamSupport.stream(
                clients
                    .logging
                    .listLogEntries(entries(ALL).setPageSize(1000).build())
                    .iteratePages()
                    .spliterator(),
                false)
            .map(ListLogEntriesPage::getPageElementCount)
            .toList();
    assertThat(sizes).hasSize(3).startsWith(0, 0);
    assertThat(sizes.get(2)).isGreaterThan(600);
    assertThat(sandbox.calls().count("ListLogEntries")).isEqualTo(3);
  }

  @Test
  void anEntryIsReadableOnlyAfterTheIngestionLag() throws IOException {
    start(Scenario.named("issue-965").withIngestionLag(Duration.ofSeconds(10)));
    assertThat(newest()).isEqualTo(HandClock.START.minusSeconds(10));
    clock.forward(Duration.ofSeconds(4));
    assertThat(newest()).isEqualTo(HandClock.START.minusSeconds(6));
    LogEntry entry = page(entries(ALL).setOrderBy("timestamp desc")).getEntries(0);
    assertThat(Times.instant(entry.getReceiveTimestamp()))
        .isEqualTo(Times.instant(entry.getTimestamp()).plusSeconds(10));
  }

  @Test
  void aLateLineBecomesReadableAtItsOwnTime() throws IOException {
    ScenarioRevision.LogLine line = Variants.line(Duration.ofMinutes(4), "late");
    start(Variants.withLogs(Variants.late(line, Duration.ofSeconds(3)), 1));
    clock.forward(Duration.ofMillis(2999));
    assertThat(all(entries("\"late\""))).isEmpty();
    clock.forward(Duration.ofMillis(1));
    assertThat(all(entries("\"late\"")))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(Times.instant(entry.getTimestamp()))
                  .isEqualTo(HandClock.START.minus(Duration.ofMinutes(1)));
              assertThat(Times.instant(entry.getReceiveTimestamp()))
                  .isEqualTo(HandClock.START.plusSeconds(3));
            });
  }

  @Test
  void aLateLineIsNeverEarlierThanTheIngestionLag() throws IOException {
    ScenarioRevision.LogLine line = Variants.line(Duration.ofMinutes(5), "late");
    start(
        Variants.withLogs(Variants.late(line, Duration.ofSeconds(1)), 1)
            .withIngestionLag(Duration.ofSeconds(2)));
    clock.forward(Duration.ofMillis(1999));
    assertThat(all(entries("\"late\""))).isEmpty();
    clock.forward(Duration.ofMillis(1));
    assertThat(all(entries("\"late\""))).hasSize(1);
  }

  private Instant newest() {
    return Times.instant(
        page(entries(ALL).setOrderBy("timestamp desc")).getEntries(0).getTimestamp());
  }

  @Test
  void aLineWithoutEndGoesOnAsTimePasses() throws IOException {
    start(Scenario.named("issue-965"));
    String heartbeats = "jsonPayload.message:heartbeat";
    int before = all(entries(heartbeats).setPageSize(1000)).size();
    clock.forward(Duration.ofMinutes(1));
    assertThat(all(entries(heartbeats).setPageSize(1000))).hasSize(before + 30);
  }

  @Test
  void entriesLookLikeCloudRunsOwn() throws IOException {
    start(Scenario.named("issue-965"));
    LogEntry entry = page(entries("jsonPayload.message:\"singleton\"")).getEntries(0);
    assertThat(entry.getLogName())
        .isEqualTo("projects/netra-staging/logs/run.googleapis.com%2Fstdout");
    assertThat(entry.getSeverity()).isEqualTo(LogSeverity.INFO);
    assertThat(entry.getResource().getType()).isEqualTo("cloud_run_revision");
    assertThat(entry.getResource().getLabelsMap())
        .containsEntry("project_id", "netra-staging")
        .containsEntry("location", "us-central1")
        .containsEntry("service_name", "netra-backend-staging")
        .containsEntry("configuration_name", "netra-backend-staging")
        .containsEntry("revision_name", "netra-backend-staging-00640-wob");
    assertThat(entry.getLabelsMap())
        .containsEntry("container_name", "netra-backend-staging-1")
        .containsEntry("managed-by", "gcp-cloud-build-deploy-cloud-run")
        .containsKey("instanceId");
  }

  @Test
  void aRefusalIsTheOneThatTheScenarioNames() throws IOException {
    Fault denied = Fault.refuse(Status.Code.PERMISSION_DENIED);
    start(Scenario.named("issue-965").withFaults(Faults.none().with(Api.LOGGING, denied)));
    assertThatThrownBy(() -> page(entries(ALL)))
        .isInstanceOf(PermissionDeniedException.class)
        .hasMessageContaining(
            "PERMISSION_DENIED: Permission 'logging.logEntries.list' denied on resource"
                + " 'projects/netra-staging' (or resource may not exist).");
  }

  @Test
  void aRefusalCanEndAfterSomeCalls() throws IOException {
    Fault quota = Fault.refuse(Status.Code.RESOURCE_EXHAUSTED).times(2).saying("slow down");
    start(Scenario.named("issue-965").withFaults(Faults.none().with(Api.LOGGING, quota)));
    for (int i = 0; i < 2; i++) {
      ApiException refused =
          catchThrowableOfType(ResourceExhaustedException.class, () -> page(entries(ALL)));
      assertThat(refused).hasMessageContaining("slow down");
      assertThat(refused.isRetryable()).isFalse();
    }
    assertThat(page(entries(ALL)).getEntriesCount()).isEqualTo(50);
  }

  @Test
  void aHangEndsByTheCallersDeadline() throws IOException {
    start(Scenario.named("issue-965").withFaults(Faults.none().with(Api.LOGGING, Fault.hang())));
    GrpcCallContext soon =
        GrpcCallContext.createDefault()
            .withTimeoutDuration(Duration.ofMillis(200))
            .withRetryableCodes(Set.of());
    assertThatThrownBy(
            () -> clients.logging.listLogEntriesCallable().call(entries(ALL).build(), soon))
        .isInstanceOf(DeadlineExceededException.class);
  }

  @Test
  void everyCallIsLoggedWithItsFilter() throws IOException {
    start(Scenario.named("issue-965"));
    page(entries("severity=ERROR"));
    assertThat(sandbox.calls().all())
        .containsExactly(
            new CallLog.Call(Api.LOGGING, "ListLogEntries", "severity=ERROR", HandClock.START));
  }
}
