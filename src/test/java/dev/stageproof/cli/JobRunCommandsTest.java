package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.observe.JobRequest;
import dev.stageproof.observe.JobShape;
import dev.stageproof.observe.LogSource;
import dev.stageproof.sandbox.Programs;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import dev.stageproof.testing.Tools;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands that do a Cloud Run job by hand, in their order and with the real gcloud, where
 * nothing has run before.
 */
class JobRunCommandsTest {
  @TempDir private static Path config;
  @TempDir private Path folder;

  private final Sandbox sandbox = sandbox();

  private static Sandbox sandbox() {
    return Sandbox.start(Scenario.named("issue-965"), Clock.systemUTC(), Programs.RUN);
  }

  @BeforeEach
  void gcloudIsThere() {
    Tools.require("gcloud");
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void theCommandsOfARecordRunTheProgramShowItsOutputAndLeaveNothing() throws Exception {
    Tools.require("python3");
    List<String> commands = recorded();
    assertThat(commands).hasSize(3);
    shell(commands.get(0));
    assertThat(sandbox.jobs()).hasSize(1);
    assertThat(sandbox.calls().count("namespaces.jobs.run")).isEqualTo(1);
    JsonNode entries = new JsonMapper().readTree(shell(commands.get(1)));
    assertThat(entries.findValuesAsText("message")).contains("ready");
    assertThat(entries.findValuesAsText("textPayload")).contains("Container called exit(0).");
    shell(commands.get(2));
    assertThat(sandbox.jobs()).isEmpty();
  }

  /** As the report of the example has them, made in another sandbox. */
  private static List<String> recorded() throws Exception {
    try (Sandbox validated = sandbox()) {
      Cli run =
          Cli.run(
              Cli.environment(validated),
              "validate",
              "-c",
              "config/examples/cloud-run-job.yaml",
              "--allow-exec",
              "-q",
              "-o",
              "json=-");
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PASS.code());
      JsonNode record = new JsonMapper().readTree(run.out());
      return StreamSupport.stream(record.at("/checks/0/reproduce").spliterator(), false)
          .map(JsonNode::asText)
          .toList();
    }
  }

  /** Both at once, since gcloud waits most of the time. */
  @Test
  void aProgramThatFailsFailsTheCommandAndAnyArgumentsReachTheProgram() throws Exception {
    Tools.require("awk");
    JobRequest failing = request(Optional.empty(), "sh", "-c", "exit 3");
    String failed = failing.reproduce().get(0) + " 2>&1; echo $?";
    String script = "pwd; printf '<%s>' \"$MODE\" \"$@\"";
    String odd = "q\"\\é🦊\u2028$0\t`id`";
    JobRequest equal =
        request(Optional.of(folder.toString()), "sh", "-c", script, "sh", "a,b", "a,b", odd);
    List<String> commands = equal.reproduce();
    String inOrder = String.join(" && ", commands.subList(0, 4));
    Map<String, String> printed = shells().run(List.of(failed, inOrder));
    assertThat(printed.get(failed))
        .contains("Running execution", "ERROR: (gcloud.run.jobs.create) The execution failed.")
        .endsWith("\n1\n");
    assertThat(new JsonMapper().readTree(printed.get(inOrder)).findValuesAsText("textPayload"))
        .contains(folder.toString(), "<x;y,z><a,b><a,b><" + odd + ">");
  }

  private static JobRequest request(Optional<String> folder, String... argv) {
    return new JobRequest(
        new LogSource("netra-staging", "us-central1", "backend", "backend-00001-abc"),
        ImageReference.parse("gcr.io/acme/backend@sha256:" + "a".repeat(64)).orElseThrow(),
        List.of(argv),
        Map.of("MODE", "x;y,z"),
        folder,
        new JobShape(false, Optional.of("x@acme.iam"), Optional.of("1"), Optional.of("512Mi")),
        Duration.ofSeconds(30),
        Instant.parse("2026-11-20T12:00:00Z"));
  }

  private String shell(String command) throws Exception {
    return shells().run(List.of(command)).get(command);
  }

  private Shells shells() {
    Map<String, String> environment = new HashMap<>(sandbox.gcloudEnvironment());
    environment.put("CLOUDSDK_CONFIG", config.toString());
    return new Shells(folder, environment);
  }
}
