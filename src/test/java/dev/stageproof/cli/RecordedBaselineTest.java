package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stageproof.gate.StoredRecords;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import dev.stageproof.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The log of a revision is compared with what the record of an earlier run holds of it. */
@Timeout(60)
class RecordedBaselineTest {
  private static final String CONFIG =
      """
      version: 1
      target: {project: netra-staging, region: us-central1, service: netra-backend-staging}
      window: {since: 30m}
      checks:
      """;
  private static final String WITHOUT =
      """
        - {id: novelty, type: log-novelty, at-least: warning}
        - {id: refused, type: log-pattern, literal: 401 Unauthorized, count: {max: 10}}
      """;
  private static final String WITH =
      """
        - {id: novelty, type: log-novelty, at-least: warning, baseline: {record: before.json}}
        - id: refused
          type: log-pattern
          literal: 401 Unauthorized
          no-more-than-baseline: true
          baseline: {record: before.json}
        - id: pool
          type: log-metric
          number: 'pool: (\\d+)'
          expect: {count: {min: 0}}
          baseline: {record: before.json}
      """;

  @TempDir private Path folder;

  private JsonNode validate(Scenario scenario, String checks, String name, String... more)
      throws IOException {
    Path config = Files.writeString(folder.resolve("logs.yaml"), CONFIG + checks);
    Path record = folder.resolve(name);
    try (Sandbox sandbox = Sandbox.start(scenario, Clock.systemUTC())) {
      List<String> arguments = new ArrayList<>(List.of("validate", "-c", config.toString()));
      arguments.addAll(List.of("-o", "json=" + record));
      arguments.addAll(List.of(more));
      Cli run = Cli.run(Cli.environment(sandbox), arguments.toArray(String[]::new));
      assertThat(record).as(run.err()).exists();
    }
    return new JsonMapper().readTree(record.toFile());
  }

  private static JsonNode check(JsonNode record, String id) {
    for (JsonNode check : record.at("/checks")) {
      if (check.at("/id").asText().equals(id)) {
        return check;
      }
    }
    throw new AssertionError("no check " + id);
  }

  private static String headline(JsonNode check) {
    return check.at("/attempts/0/evaluation/headline").asText();
  }

  @Test
  void onlyTheLineThatTheRecordLacksIsNew() throws Exception {
    validate(Scenario.named("issue-965"), WITHOUT, "before.json");
    String line = Scenes.line("PT30S", "ERROR", "Pool exhausted after 12 s").toString();
    JsonNode after = validate(Scenes.withLine(line), WITH, "after.json");

    JsonNode novelty = check(after, "novelty");
    assertThat(novelty.at("/outcome").asText()).isEqualTo("FAIL");
    assertThat(headline(novelty)).startsWith("1 new, ").contains(" against before.json; ");
    assertThat(novelty.at("/attempts/0/evaluation/logs/signatures/0/text").asText())
        .isEqualTo("Pool exhausted after <num> s");
    assertThat(check(after, "refused").at("/outcome").asText()).isEqualTo("PASS");
    JsonNode before =
        check(after, "refused").at("/attempts/0/evaluation/logs/comparisons/0/before");
    assertThat(before.at("/source").asText()).isEqualTo("before.json");
    assertThat(before.at("/count").asInt()).isEqualTo(4);
    assertThat(check(after, "pool").at("/gap/message").asText())
        .endsWith(
            "before.json holds no count of `pool: (\\d+)` in netra-backend-staging-00640-wob; its"
                + " run did not ask");
  }

  @Test
  void theSameRunAgainHasNothingNew() throws Exception {
    validate(Scenario.named("issue-965"), WITHOUT, "before.json");
    JsonNode after = validate(Scenario.named("issue-965"), WITH, "after.json");

    assertThat(check(after, "novelty").at("/outcome").asText()).isEqualTo("PASS");
    assertThat(headline(check(after, "novelty"))).startsWith("0 new, ").contains(" 0 gone ");
  }

  @Test
  void theCommandThatRepeatsItPrintsWhatWasFound() throws Exception {
    Tools.require("jq");
    validate(Scenario.named("issue-965"), WITHOUT, "before.json");
    JsonNode after = validate(Scenario.named("issue-965"), WITH, "after.json");
    String command = check(after, "novelty").at("/reproduce/1").asText();
    assertThat(command).startsWith("jq ");

    String printed = new Shells(folder, Map.of()).run(Set.of(command)).get(command);

    JsonNode evidence =
        new JsonMapper().readTree(folder.resolve("after.json").toFile()).at("/evidence");
    assertThat(new JsonMapper().readTree(printed).at("/signatures"))
        .isNotEmpty()
        .isEqualTo(recorded(evidence).at("/signatures"));
  }

  @Test
  void aWholeRunIsComparedWithAStoredOne() throws Exception {
    String checks = "  - {id: full, type: log-pattern, literal: Pool exhausted, expect: absent}\n";
    validate(Scenario.named("issue-965"), checks, "before.json");
    String line = Scenes.line("PT30S", "ERROR", "Pool exhausted after 12 s").toString();
    Path before = folder.resolve("before.json");

    JsonNode after =
        validate(Scenes.withLine(line), checks, "after.json", "--baseline", before.toString());

    assertThat(after.at("/baseline/source").asText()).isEqualTo("RECORD");
    assertThat(after.at("/judgment/findings/0/check").asText()).isEqualTo("full");
    assertThat(after.at("/judgment/findings/0/kind").asText()).isEqualTo("NEW");
    assertThat(StoredRecords.load(folder.resolve("after.json")).changed()).isEmpty();
  }

  @Test
  void aStoredRunThatWasChangedIsAnErrorOfUsage() throws Exception {
    validate(Scenario.named("issue-965"), WITHOUT, "before.json");
    Path before = folder.resolve("before.json");
    String changed =
        Files.readString(before).replace("\"truncated\": false", "\"truncated\": true");
    Files.writeString(before, changed);

    Cli run =
        Cli.run(
            "validate",
            "-c",
            folder.resolve("logs.yaml").toString(),
            "--baseline",
            before.toString());

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err())
        .contains("the record `" + before + "` can't be used: it was changed after the run: ");
  }

  private static JsonNode recorded(JsonNode evidence) {
    for (JsonNode look : evidence) {
      if (look.at("/kind").asText().equals("recorded-log") && !look.at("/data").isEmpty()) {
        return look.at("/data");
      }
    }
    throw new AssertionError("no log of a record: " + evidence);
  }
}
