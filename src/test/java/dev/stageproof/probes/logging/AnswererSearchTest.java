package dev.stageproof.probes.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.api.MonitoredResource;
import com.google.logging.v2.ListLogEntriesRequest;
import com.google.logging.v2.LogEntry;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.Access;
import dev.stageproof.observe.AnswerersObservation;
import dev.stageproof.observe.AnswerersObservation.Answerer;
import dev.stageproof.observe.AnswerersObservation.Traced;
import dev.stageproof.observe.AnswerersRequest;
import dev.stageproof.observe.HttpRequest;
import dev.stageproof.observe.HttpRequest.Redirects;
import dev.stageproof.observe.TraceId;
import dev.stageproof.probes.google.TestLook;
import dev.stageproof.spi.ProbeSettings;
import dev.stageproof.spi.UnobservedException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who answered, by the request log; over real gRPC. */
@Timeout(30)
class AnswererSearchTest {
  private static final String TESTED = Reads.SOURCE.revision();
  private static final String OTHER = "netra-backend-staging-00639-old";

  private final LoggingProbe owner = new LoggingProbe();
  private LogServer server;
  private TestLook look;

  @BeforeEach
  void start() {
    server = new LogServer();
    look = new TestLook(server.settings(), Reads.END, Duration.ofSeconds(140));
  }

  @AfterEach
  void stop() {
    owner.close();
    server.close();
  }

  private static HttpRequest request(String path, int samples) {
    HttpRequest request =
        new HttpRequest(
            "GET",
            "https://x.a.run.app" + path,
            Map.of(),
            Optional.empty(),
            Redirects.NEVER,
            samples,
            Access.none(),
            Optional.empty());
    return request.traced(TraceId.of(Reads.END, List.of(path)));
  }

  private static AnswerersRequest asking(HttpRequest... requests) {
    return new AnswerersRequest(Reads.SOURCE, Reads.END, List.of(requests), Duration.ofMinutes(2));
  }

  private AnswerersObservation observe(AnswerersRequest request) throws Exception {
    return ((AnswerersProbe) owner.companions().get(0)).observe(request, look);
  }

  private static LogEntry entry(String id, HttpRequest request, String revision) {
    return LogLines.request(id, "2025-09-15T08:47:01Z", "any").toBuilder()
        .setTrace(request.trace().orElseThrow().attempt(1).in("netra-staging"))
        .setResource(MonitoredResource.newBuilder().putLabels("revision_name", revision))
        .build();
  }

  @Test
  void itIsTheCompanionOfTheProbeWhoseQuotaItKeeps() {
    assertThat(owner.companions())
        .filteredOn(probe -> probe.requestType() == AnswerersRequest.class)
        .hasSize(1);
  }

  @Test
  void theEntriesOfATraceTellWhoAnswered() throws Exception {
    HttpRequest health = request("/health", 3);
    server.page(entry("a", health, TESTED), entry("b", health, OTHER), entry("c", health, TESTED));

    AnswerersObservation seen = observe(asking(health));

    TraceId planned = health.trace().orElseThrow();
    assertThat(seen.traced())
        .containsExactly(
            new Traced(
                planned.hex(),
                planned.attempt(1).hex(),
                3,
                List.of(new Answerer(Optional.of(TESTED), 2), new Answerer(Optional.of(OTHER), 1)),
                Optional.of(Reads.END)));
    assertThat(server.asked())
        .extracting(ListLogEntriesRequest::getFilter)
        .containsExactly(
            "resource.type=\"cloud_run_revision\" AND resource.labels.location=\"us-central1\""
                + " AND resource.labels.service_name=\"netra-backend-staging\""
                + " AND log_id(\"run.googleapis.com/requests\") AND trace=\""
                + planned.attempt(1).in("netra-staging")
                + "\" AND timestamp>=\"2025-09-15T08:37:00Z\""
                + " AND timestamp<\"2025-09-16T08:47:00Z\"");
  }

  @Test
  void requestsOfSeveralChecksAreLookedForAtOnceAndOnlyWhileTheyAreMissing() throws Exception {
    HttpRequest health = request("/health", 1);
    HttpRequest ready = request("/ready", 1);
    AnswerersRequest merged =
        (AnswerersRequest) asking(health).mergedWith(asking(ready)).orElseThrow();
    server.then(entry("a", health, TESTED)).then().then(entry("b", ready, TESTED));

    AnswerersObservation seen = observe(merged);

    assertThat(seen.of(health).seen()).isEqualTo(1);
    assertThat(seen.of(ready).seen()).isEqualTo(1);
    assertThat(look.pauses()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(500));
    assertThat(seen.of(ready).readableAt()).contains(Reads.END.plusMillis(750));
    String first = health.trace().orElseThrow().attempt(1).hex();
    assertThat(server.asked().get(0).getFilter()).contains(" OR ").contains(first);
    assertThat(server.asked().get(1).getFilter()).doesNotContain(" OR ").doesNotContain(first);
  }

  @Test
  void entriesThatNeverComeAreWaitedForAsLongAsAllowed() throws Exception {
    server.then();
    AnswerersObservation seen = observe(asking(request("/health", 1)));
    assertThat(seen.traced().get(0).by()).isEmpty();
    assertThat(seen.waited()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void moreTracesThanAFilterHoldsAreLookedForInParts() throws Exception {
    HttpRequest[] many = new HttpRequest[101];
    LogEntry[] entries = new LogEntry[101];
    for (int i = 0; i < many.length; i++) {
      many[i] = request("/" + i, 1);
      entries[i] = entry("id" + i, many[i], TESTED);
    }
    server.then(entries).then(entries);

    AnswerersObservation seen = observe(asking(many));

    assertThat(seen.traced()).allMatch(traced -> traced.seen() == 1);
    assertThat(server.asked()).hasSize(2).allMatch(ask -> ask.getFilter().length() < 20_000);
  }

  @Test
  void twoRequestsOfOneTraceAreBothWaitedFor() {
    HttpRequest plain = request("/health", 2);
    HttpRequest other =
        new HttpRequest(
            "GET",
            plain.url(),
            Map.of(),
            Optional.of("x"),
            Redirects.NEVER,
            3,
            Access.none(),
            plain.trace());
    assertThat(asking(plain, other).expected(plain.trace().orElseThrow())).isEqualTo(5);
  }

  @Test
  void whenNothingCanBeReadTheReasonIsTold() {
    ProbeSettings nobody = server.settings();
    server.close();
    look = new TestLook(nobody, Reads.END, Duration.ofSeconds(20));
    UnobservedException e =
        catchThrowableOfType(
            UnobservedException.class, () -> observe(asking(request("/health", 1))));
    assertThat(e.gap().reason()).isEqualTo(GapReason.UNREACHABLE);
  }
}
