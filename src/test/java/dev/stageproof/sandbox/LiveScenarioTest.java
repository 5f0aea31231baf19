package dev.stageproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.cloud.run.v2.Condition;
import com.google.cloud.run.v2.Service;
import com.google.cloud.run.v2.TrafficTargetStatus;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The service does not stand still while a run looks at it. */
class LiveScenarioTest {
  private static final String SERVICE =
      "projects/netra-staging/locations/us-central1/services/netra-backend-staging";
  private static final String OLD = "netra-backend-staging-00642-dem";
  private static final String NEW = "netra-backend-staging-00643-zub";

  private final HandClock clock = new HandClock();
  private Sandbox sandbox;
  private GoogleClients clients;

  private void start(Scenario scenario) throws IOException {
    sandbox = Sandbox.start(scenario, clock);
    clients = new GoogleClients(sandbox);
  }

  @AfterEach
  void stop() {
    if (sandbox != null) {
      clients.close();
      sandbox.close();
    }
  }

  private static Scenario pinned() {
    return Scenario.named("traffic-pinned");
  }

  private Service service() {
    return clients.services.getService(SERVICE);
  }

  private List<Integer> shares() {
    return service().getTrafficStatusesList().stream()
        .map(TrafficTargetStatus::getPercent)
        .toList();
  }

  @Test
  void aChangeComesTrueWhenItsTimeHasCome() throws IOException {
    Scenario.Change change =
        new Scenario.Change(
            Optional.of(Duration.ofSeconds(3)),
            Optional.empty(),
            List.of(Scenario.Traffic.to(NEW, 100).tagged("candidate")),
            Optional.of(true),
            Optional.of(OLD));
    start(pinned().withChanges(change));
    assertThat(shares()).containsExactly(100, 0);
    clock.forward(Duration.ofSeconds(3));
    Service after = service();
    assertThat(after.getTrafficStatusesList())
        .extracting(TrafficTargetStatus::getRevision)
        .containsExactly(NEW);
    assertThat(after.getLatestReadyRevision()).endsWith("/" + OLD);
    assertThat(after.getReconciling()).isTrue();
    assertThat(after.getGeneration()).isEqualTo(644);
    assertThat(after.getObservedGeneration()).isEqualTo(643);
    assertThat(after.getTerminalCondition().getState())
        .isEqualTo(Condition.State.CONDITION_RECONCILING);
  }

  @Test
  void aChangeCanWaitForAReadOfTheService() throws IOException {
    start(
        pinned()
            .withChanges(
                Scenario.Change.shift(
                    2, Scenario.Traffic.to(OLD, 50), Scenario.Traffic.to(NEW, 50))));
    assertThat(shares()).containsExactly(100, 0);
    assertThat(shares()).containsExactly(100, 0);
    assertThat(shares()).containsExactly(50, 50);
  }

  @Test
  void requestsFollowTheTraffic() throws Exception {
    start(pinned().withChanges(Scenario.Change.shift(1, Scenario.Traffic.to(NEW, 100))));
    String tag = sandbox.tagUrls().get("candidate");
    assertThat(answered(sandbox.serviceUrl())).isEqualTo(OLD);
    assertThat(answered(tag)).isEqualTo(NEW);
    service();
    assertThat(answered(sandbox.serviceUrl())).isEqualTo(NEW);
  }

  @Test
  void aTagThatIsGoneLeadsNowhere() throws Exception {
    start(pinned().withChanges(Scenario.Change.shift(1, Scenario.Traffic.to(NEW, 100))));
    service();
    HttpResponse<String> answer = get(sandbox.tagUrls().get("candidate"));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("<h1>Error: Page not found</h1>");
  }

  @Test
  void aServiceCanBeOnItsWayWhateverItsRevisionSays() throws IOException {
    start(pinned().withReconciling(true));
    Service service = service();
    assertThat(service.getReconciling()).isTrue();
    assertThat(service.getObservedGeneration()).isEqualTo(service.getGeneration() - 1);
    assertThat(service.getConditionsList())
        .extracting(Condition::getState)
        .containsExactly(
            Condition.State.CONDITION_RECONCILING, Condition.State.CONDITION_SUCCEEDED);
  }

  @Test
  void aChangeNeedsOneMoment() {
    assertThatThrownBy(
            () ->
                new Scenario.Change(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty()))
        .hasMessage("a change needs either `after` or `afterReads`");
  }

  @Test
  void changesObeyTheRulesOfTheScenario() {
    assertThatThrownBy(
            () ->
                pinned()
                    .withChanges(Scenario.Change.shift(1, Scenario.Traffic.to("x-00001-abc", 100))))
        .hasMessage("traffic to unknown revision x-00001-abc");
    assertThatThrownBy(
            () -> pinned().withChanges(Scenario.Change.shift(1, Scenario.Traffic.to(NEW, 99))))
        .hasMessage("traffic adds up to 99 percent, not 100");
  }

  /** The revision that answered, as the request log tells. */
  private String answered(String url) throws Exception {
    assertThat(get(url).statusCode()).isEqualTo(200);
    return clients
        .logging
        .listLogEntriesCallable()
        .call(
            GoogleClients.entries("log_id(\"run.googleapis.com/requests\")")
                .setOrderBy("timestamp desc")
                .setPageSize(1000)
                .build())
        .getEntriesList()
        .stream()
        .filter(entry -> entry.getInsertId().startsWith("ffff"))
        .max((a, b) -> a.getInsertId().compareTo(b.getInsertId()))
        .orElseThrow()
        .getResource()
        .getLabelsOrThrow("revision_name");
  }

  private static HttpResponse<String> get(String url) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(url + "/health")).build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
