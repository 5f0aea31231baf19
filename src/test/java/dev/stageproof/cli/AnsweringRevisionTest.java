package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stageproof.sandbox.Access;
import dev.stageproof.sandbox.Api;
import dev.stageproof.sandbox.Fault;
import dev.stageproof.sandbox.Faults;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Health is good everywhere; what differs is who says so. */
@Timeout(120)
class AnsweringRevisionTest {
  private static final Path BASE =
      Path.of("src/main/resources/dev/stageproof/sandbox/issue-965.json");
  private static final String TESTED = "netra-backend-staging-00640-wob";
  private static final String OTHER = "netra-backend-staging-00639-qar";

  @TempDir private Path folder;

  /** The revision under test has a tag, and so much of the traffic. */
  private static Scenario split(int tested) throws IOException {
    JsonNode scenario = new JsonMapper().readTree(Files.readString(BASE));
    ArrayNode traffic = ((ObjectNode) scenario).putArray("traffic");
    traffic.addObject().put("revision", OTHER).put("percent", 100 - tested);
    traffic.addObject().put("revision", TESTED).put("percent", tested).put("tag", "blue");
    return Scenario.parse(scenario.toString());
  }

  private JsonNode health(Scenario scenario, String more) throws IOException {
    return check(scenario, "type: http, path: /health" + more);
  }

  private JsonNode check(Scenario scenario, String settings) throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("who.yaml"),
            """
            version: 1
            target: {project: netra-staging, region: us-central1, service: netra-backend-staging}
            checks:
              - {id: health, %s}
            """
                .formatted(settings));
    try (Sandbox sandbox = Sandbox.start(scenario, Clock.systemUTC())) {
      Cli run =
          Cli.run(Cli.environment(sandbox), "validate", "-c", config.toString(), "-o", "json=-");
      assertThat(run.out()).as(run.err()).startsWith("{");
      return new JsonMapper().readTree(run.out()).at("/checks/0");
    }
  }

  private static JsonNode assertion(JsonNode check, String what) {
    for (JsonNode assertion : check.at("/attempts/0/evaluation/assertions")) {
      if (assertion.at("/what").asText().equals(what)) {
        return assertion;
      }
    }
    throw new AssertionError(what + " is not in " + check);
  }

  @Test
  void aGoodAnswerOfTheOldRevisionFails() throws IOException {
    JsonNode check = health(split(0), ", samples: 3");

    assertThat(check.at("/outcome").asText()).isEqualTo("FAIL");
    assertThat(assertion(check, "status").at("/outcome").asText()).isEqualTo("PASS");
    assertThat(assertion(check, "answered by").at("/actual").asText())
        .startsWith(OTHER + " (3 of 3), request log, lag ");
  }

  @Test
  void aCanaryIsToldWithCounts() throws IOException {
    JsonNode check = health(split(50), ", samples: 4");

    assertThat(assertion(check, "answered by").at("/actual").asText())
        .contains(TESTED + " (2 of 4)")
        .contains(OTHER + " (2 of 4)");
  }

  @Test
  void atItsOwnAddressTheRevisionAnswersWhateverTheTraffic() throws IOException {
    assertThat(health(split(0), ", at: revision").at("/outcome").asText()).isEqualTo("PASS");

    JsonNode both = health(split(0), ", at: both");
    assertThat(assertion(both, "answered by (service)").at("/outcome").asText()).isEqualTo("FAIL");
    assertThat(assertion(both, "answered by (revision)").at("/outcome").asText()).isEqualTo("PASS");
  }

  @Test
  void withoutATagTheCommandForOneIsTold() throws IOException {
    JsonNode check = health(Scenario.named("issue-965"), ", at: revision");

    assertThat(check.at("/outcome").asText()).isEqualTo("INCONCLUSIVE");
    assertThat(check.at("/gap/settle").asText())
        .contains("gcloud run services update-traffic netra-backend-staging --region=us-central1")
        .contains("--update-tags=rev-00640-wob=" + TESTED);
  }

  @Test
  void aLogThatMayNotBeReadLeavesTheAnswerOpen() throws IOException {
    Faults denied =
        Faults.none().with(Api.LOGGING, Fault.refuse(io.grpc.Status.Code.PERMISSION_DENIED));
    JsonNode check = health(Scenario.named("issue-965").withFaults(denied), "");

    assertThat(check.at("/outcome").asText()).isEqualTo("INCONCLUSIVE");
    assertThat(assertion(check, "answered by").at("/settle").asText())
        .contains("roles/logging.viewer")
        .contains("`answered-by: any`");
    assertThat(
            health(Scenario.named("issue-965").withFaults(denied), ", answered-by: any")
                .at("/outcome")
                .asText())
        .isEqualTo("PASS");
  }

  private static final String SOCKET =
      "type: websocket, path: /ws, listen: 0ms, messages: [{json: {type: ping}}],"
          + " expect: {messages: [{json: {path: $.type, equals: pong}}]}";

  @Test
  void aConnectionToTheOldRevisionFailsThoughAllIsSaidThere() throws IOException {
    JsonNode check = check(split(0), SOCKET);

    assertThat(check.at("/outcome").asText()).isEqualTo("FAIL");
    assertThat(assertion(check, "message $.type = pong").at("/outcome").asText()).isEqualTo("PASS");
    assertThat(assertion(check, "answered by").at("/actual").asText())
        .startsWith(OTHER + " (1 of 1), request log, lag ");
    assertThat(check.at("/attempts/0/evaluation/headline").asText())
        .startsWith("answered by: " + OTHER);
  }

  @Test
  void everyConnectionOfTheUsersIsLookedFor() throws IOException {
    String users =
        "type: websocket, path: /ws, listen: 0ms, isolation: {users: ["
            + "{name: a, headers: {X-User: a}, messages: [{json: {type: user_message, text: '{marker}'}}]},"
            + "{name: b, headers: {X-User: b}, messages: [{json: {type: user_message, text: '{marker}'}}]}"
            + "]}";
    JsonNode split = check(split(50), users);
    assertThat(assertion(split, "answered by").at("/actual").asText())
        .contains(TESTED + " (1 of 2)")
        .contains(OTHER + " (1 of 2)");
    JsonNode both = check(split(0), users + ", at: both");
    assertThat(assertion(both, "answered by (service)").at("/actual").asText())
        .startsWith(OTHER + " (2 of 2)");
    assertThat(assertion(both, "answered by (revision)").at("/actual").asText())
        .startsWith(TESTED + " (2 of 2)");
    assertThat(assertion(both, "handshake (a) (revision)").at("/outcome").asText())
        .isEqualTo("PASS");
  }

  @Test
  void whoAnsweredAConnectionStaysOpenWithoutTheLog() throws IOException {
    Faults denied =
        Faults.none().with(Api.LOGGING, Fault.refuse(io.grpc.Status.Code.PERMISSION_DENIED));
    Scenario scenario = Scenario.named("issue-965").withFaults(denied);

    JsonNode check = check(scenario, SOCKET);
    assertThat(check.at("/outcome").asText()).isEqualTo("INCONCLUSIVE");
    assertThat(assertion(check, "answered by").at("/actual").asText()).startsWith("not seen: ");
    assertThat(check(scenario, SOCKET + ", answered-by: any").at("/outcome").asText())
        .isEqualTo("PASS");
    JsonNode header = check(scenario, SOCKET + ", answered-by: {header: X-Revision}");
    assertThat(assertion(header, "answered by").at("/actual").asText())
        .isEqualTo("not told: no header X-Revision");
  }

  @Test
  void theHealthOfAnotherRevisionIsNoProofEither() throws IOException {
    String health = "type: grpc-health, service: ['', netra.agents.v1.AgentService]";
    assertThat(assertion(check(split(0), health), "answered by").at("/actual").asText())
        .startsWith(OTHER + " (2 of 2), request log, lag ");
    assertThat(check(split(0), health + ", at: revision").at("/outcome").asText())
        .isEqualTo("PASS");
    JsonNode unknown = check(Scenario.named("issue-965"), "type: grpc-health, service: netra.Typo");
    assertThat(unknown.at("/outcome").asText()).isEqualTo("FAIL");
    assertThat(assertion(unknown, "health of netra.Typo").at("/actual").asText())
        .isEqualTo("NOT_FOUND: unknown service");
  }

  @Test
  void aServerWithoutGrpcFailsAndAPrivateOneIsNotJudged() throws IOException {
    Scenario mute = Scenario.named("issue-965").withHealth();
    assertThat(assertion(check(mute, "type: grpc-health"), "health").at("/actual").asText())
        .isEqualTo("UNIMPLEMENTED: HTTP status code 404");
    Scenario locked = Scenario.named("issue-965").withAccess(Access.PRIVATE);
    JsonNode check =
        check(locked, "type: grpc-health, auth: {type: bearer, token: not-a-real-token}");
    assertThat(check.at("/outcome").asText()).isEqualTo("INCONCLUSIVE");
    assertThat(assertion(check, "access").at("/actual").asText())
        .isEqualTo("401: refused before the service was reached");
    JsonNode bare = check(locked, "type: grpc-health");
    assertThat(bare.at("/outcome").asText()).isEqualTo("FAIL");
    assertThat(assertion(bare, "health").at("/settle").asText()).contains("`auth: id-token`");
  }
}
