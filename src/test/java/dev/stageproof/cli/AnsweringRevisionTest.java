package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
    Path config =
        Files.writeString(
            folder.resolve("who.yaml"),
            """
            version: 1
            target: {project: netra-staging, region: us-central1, service: netra-backend-staging}
            checks:
              - {id: health, type: http, path: /health%s}
            """
                .formatted(more));
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
}
