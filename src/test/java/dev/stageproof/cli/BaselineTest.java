package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment that is compared with the revision before it, through the command line. */
class BaselineTest {
  private static final Path SCENARIO =
      Path.of("src/main/resources/dev/stageproof/sandbox/issue-889.json");
  private static final String CONFIG = "config/examples/issue-889.yaml";
  private static final String PREVIOUS = "netra-backend-staging-00640-wob";

  @TempDir private Path folder;

  @Test
  void aFailureThatThePreviousRevisionHadTooIsPreExistingWithItsEvidence() throws IOException {
    JsonNode record = record(scenario(), CONFIG, "--baseline", "previous");

    JsonNode health = finding(record, "health");
    assertThat(health.at("/kind").asText()).isEqualTo("PRE_EXISTING");
    assertThat(health.at("/before/headline").asText()).isEqualTo("503, expected 200 (and 1 more)");
    JsonNode evidence = baselineEvidence(record, "health");
    assertThat(evidence.at("/kind").asText()).isEqualTo("http");
    assertThat(evidence.at("/id").asText()).startsWith("b");
    assertThat(evidence.toString()).contains("timeout after 8 s");
    assertThat(record.at("/judgment/verdict").asText()).isEqualTo("FAIL");
    assertThat(record.at("/judgment/because").asText())
        .endsWith(" The revision before, " + PREVIOUS + ", fails the same way.");
  }

  @Test
  void aFailureThatThePreviousRevisionDidNotHaveIsNew() throws IOException {
    JsonNode scenario = scenario();
    ((ObjectNode) scenario.at("/routes/0")).put("revision", "netra-backend-staging-00641-kip");
    healthy(scenario);

    JsonNode record = record(scenario, CONFIG, "--baseline", PREVIOUS);

    JsonNode health = finding(record, "health");
    assertThat(health.at("/kind").asText()).isEqualTo("NEW");
    assertThat(health.at("/before/outcome").asText()).isEqualTo("PASS");
    assertThat(record.at("/judgment/because").asText())
        .endsWith(" The revision before, " + PREVIOUS + ", passes health.");
  }

  @Test
  void whatIsMendedIsFixedAndWhatStaysIsUnchanged() throws IOException {
    JsonNode record = record(scenario(), CONFIG, "--baseline", "previous");

    assertThat(finding(record, "id-manager").at("/kind").asText()).isEqualTo("FIXED");
    assertThat(finding(record, "ssot-loaded").at("/kind").asText()).isEqualTo("UNCHANGED");
    assertThat(finding(record, "revision").at("/kind").asText()).isEqualTo("UNCHANGED");
    assertThat(finding(record, "dup-warnings").at("/because").asText())
        .isEqualTo("it is not settled in this run");
  }

  @Test
  void aRevisionWithoutAnAddressOfItsOwnIsNotAsked() throws IOException {
    JsonNode record = record(untagged(), CONFIG, "--baseline", "previous");

    JsonNode health = finding(record, "health");
    assertThat(health.at("/kind").asText()).isEqualTo("NOT_COMPARED");
    assertThat(health.at("/because").asText())
        .isEqualTo(
            "revision "
                + PREVIOUS
                + " has no address of its own: no tag leads to it; give it a tag, which moves no"
                + " traffic: `gcloud run services update-traffic netra-backend-staging"
                + " --region=us-central1 --project=netra-staging --update-tags=rev-00640-wob="
                + PREVIOUS
                + "`, then run again");
    assertThat(record.at("/judgment/because").asText()).doesNotContain(PREVIOUS);
  }

  @Test
  void theLogOfTheBaselineIsReadOnceForAll() throws IOException {
    try (Sandbox sandbox = start(scenario())) {
      validate(sandbox, CONFIG, "--baseline", "previous", "-o", "json=-");

      assertThat(sandbox.calls().all())
          .filteredOn(call -> call.method().equals("ListLogEntries"))
          .filteredOn(call -> call.detail().contains(PREVIOUS))
          .hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void withoutARevisionBeforeThereIsNothingToCompareWith() throws IOException {
    JsonNode scenario = untagged();
    ((ArrayNode) scenario.at("/revisions")).remove(1);
    try (Sandbox sandbox = start(scenario)) {
      Cli run = validate(sandbox, CONFIG, "--baseline", "previous", "-o", "markdown=-");

      assertThat(run.code()).isEqualTo(ExitCode.FAIL.code());
      assertThat(run.out())
          .contains("## Compared with the previous revision")
          .contains(
              "**Nothing to compare with:** no revision before netra-backend-staging-00641-kip was"
                  + " found; name a revision");
      assertThat(run.err()).contains("Not compared: no revision before");
    }
  }

  @Test
  void aRevisionIsNotComparedWithItself() throws IOException {
    JsonNode record = record(scenario(), CONFIG, "--baseline", "netra-backend-staging-00641-kip");

    assertThat(record.at("/baseline/gap/message").asText())
        .isEqualTo("it is the revision under test itself");
    assertThat(record.at("/judgment/findings")).isEmpty();
  }

  @Test
  void aRevisionThatIsNotThereChangesNothing() throws IOException {
    JsonNode record = record(scenario(), CONFIG, "--baseline", "no-such-revision");

    assertThat(record.at("/baseline/gap/reason").asText()).isEqualTo("NOT_FOUND");
    assertThat(record.at("/judgment/verdict").asText()).isEqualTo("FAIL");
  }

  @Test
  void theConfigurationCanNameTheBaselineAndTheCommandLineGoesOverIt() throws IOException {
    String config = config("baseline: previous");

    assertThat(record(scenario(), config).at("/baseline/name").asText()).isEqualTo(PREVIOUS);
    assertThat(
            record(scenario(), config, "--baseline", "other-00001-abc")
                .at("/baseline/name")
                .asText())
        .isEqualTo("other-00001-abc");
  }

  @Test
  void theVariableNamesTheBaselineToo() throws IOException {
    try (Sandbox sandbox = start(scenario())) {
      Map<String, String> environment = Cli.environment(sandbox);
      environment.put("STAGEPROOF_BASELINE", "previous");

      Cli run = Cli.run(environment, "validate", "-c", config(""), "-o", "json=-");

      assertThat(json(run).at("/baseline/name").asText()).isEqualTo(PREVIOUS);
    }
  }

  @Test
  void aCheckThatAsksTheSameOfBothIsNotCompared() throws IOException {
    try (Sandbox sandbox = start(scenario())) {
      String elsewhere = "  - {id: fixed, type: http, url: " + sandbox.serviceUrl() + "/health}";

      Cli run = validate(sandbox, config(elsewhere), "--baseline", "previous", "-o", "json=-");

      assertThat(finding(json(run), "fixed").at("/because").asText())
          .isEqualTo("it asks nothing of the revision: there its answer would be the same");
    }
  }

  @Test
  void aRevisionAsBaselineNeedsATarget() throws IOException {
    Path config = folder.resolve("no-target.yaml");
    Files.writeString(
        config,
        "version: 1\nchecks: [{id: a, type: http, url: 'http://127.0.0.1:9/', expect: {status:"
            + " 200}}]\n");

    Cli run = Cli.run("validate", "-c", config.toString(), "--baseline", "previous");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err())
        .isEqualTo(
            "a revision as baseline needs a `target` in the configuration; without one, compare"
                + " with the record of an earlier run: --baseline RECORD.json\n");
  }

  @Test
  void whoWatchesCloselySeesTheBaselineApart() throws IOException {
    try (Sandbox sandbox = start(scenario())) {
      Cli run = validate(sandbox, config(""), "-v", "--baseline", "previous", "-o", "json=-");

      assertThat(run.err())
          .contains("[1/1] FAIL health: 503")
          .contains("  health on the baseline: FAIL, 503")
          .contains("(pre-existing)");
    }
  }

  @Test
  void thePlanListsTheLooksAtTheBaselineApart() {
    Cli plan = Cli.run("plan", "-c", CONFIG, "--baseline", "previous");

    String[] parts = plan.out().split("# to compare with the baseline\n", -1);
    assertThat(parts).hasSize(2);
    assertThat(parts[0])
        .contains("# the baseline is looked up when the run begins; here: previous")
        .contains("GET https://netra-backend-staging.example/health");
    assertThat(parts[1])
        .contains("Cloud Run service netra-backend-staging, revision previous\n  for: finds the")
        .contains("GET https://baseline---netra-backend-staging.example/health\n  for: health")
        .contains("log entries of previous, ");
  }

  private JsonNode record(JsonNode scenario, String config, String... options) throws IOException {
    try (Sandbox sandbox = start(scenario)) {
      List<String> args = Stream.concat(Stream.of(options), Stream.of("-o", "json=-")).toList();
      return json(validate(sandbox, config, args.toArray(String[]::new)));
    }
  }

  private static Cli validate(Sandbox sandbox, String config, String... options) {
    List<String> args =
        Stream.concat(Stream.of("validate", "-c", config), Stream.of(options)).toList();
    return Cli.run(Cli.environment(sandbox), args.toArray(String[]::new));
  }

  /** Health alone, and what a test adds at the end. */
  private String config(String more) throws IOException {
    Path file = folder.resolve("stageproof.yaml");
    String text =
        """
        version: 1
        target: {project: netra-staging, region: us-central1, service: netra-backend-staging}
        checks:
          - {id: health, type: http, path: /health, expect: {status: 200}}
        """;
    Files.writeString(file, text + more + "\n");
    return file.toString();
  }

  private static Sandbox start(JsonNode scenario) {
    return Sandbox.start(Scenario.parse(scenario.toString()), Clock.systemUTC());
  }

  private static JsonNode scenario() throws IOException {
    return new JsonMapper().readTree(Files.readString(SCENARIO));
  }

  /** The previous revision has no tag, so that no address leads to it. */
  private static JsonNode untagged() throws IOException {
    JsonNode scenario = scenario();
    ((ArrayNode) scenario.at("/traffic")).remove(1);
    return scenario;
  }

  private static void healthy(JsonNode scenario) {
    ObjectNode route = ((ArrayNode) scenario.at("/routes")).addObject();
    route.put("method", "GET").put("path", "/health").put("status", 200);
    route.put("revision", PREVIOUS).put("body", "{\"status\":\"healthy\"}");
    route.putObject("headers").put("Content-Type", "application/json");
  }

  private static JsonNode json(Cli run) throws IOException {
    assertThat(run.out()).as(run.err()).startsWith("{");
    return new JsonMapper().readTree(run.out());
  }

  private static JsonNode finding(JsonNode record, String check) {
    for (JsonNode finding : record.at("/judgment/findings")) {
      if (finding.at("/check").asText().equals(check)) {
        return finding;
      }
    }
    throw new AssertionError("no finding of " + check);
  }

  /** What the check's answer on the baseline rests on. */
  private static JsonNode baselineEvidence(JsonNode record, String check) {
    String id = "";
    for (JsonNode result : record.at("/baseline/checks")) {
      id =
          result.at("/id").asText().equals(check)
              ? result.at("/attempts/0/evidence/0").asText()
              : id;
    }
    for (JsonNode item : record.at("/baseline/evidence")) {
      if (item.at("/id").asText().equals(id)) {
        return item;
      }
    }
    throw new AssertionError("no evidence " + id);
  }
}
