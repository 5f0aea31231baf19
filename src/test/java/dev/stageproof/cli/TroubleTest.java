package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.sandbox.Api;
import dev.stageproof.sandbox.Fault;
import dev.stageproof.sandbox.Faults;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import io.grpc.Status;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bad input and trouble: a message of one screen with the next step, and the right exit code. */
@Timeout(90)
class TroubleTest {
  private static final String CONFIG = "config/examples/issue-965.yaml";

  @TempDir private Path folder;
  private Cli last;

  @AfterEach
  void neverAStackTraceAndNeverMoreThanAScreen() {
    assertThat(last.err()).doesNotContainPattern("(?m)^\\s+at [a-z]").doesNotContain("Exception");
    assertThat(last.err().lines().count()).isLessThan(60);
  }

  @Test
  void aMissingConfiguration() {
    refused("config/examples/isue-965.yaml");

    assertThat(last.err()).contains("isue-965.yaml").contains("issue-965.yaml");
  }

  @Test
  void anEmptyConfiguration() throws IOException {
    refused(write(""));
  }

  @Test
  void aBinaryConfiguration() throws IOException {
    Path file = Files.write(folder.resolve("x.yaml"), new byte[] {0, 1, 2, (byte) 0xff});

    refused(file.toString());
  }

  @Test
  void aYamlBomb() throws IOException {
    StringBuilder layers = new StringBuilder("&a0 [x, x, x, x, x, x]");
    for (int i = 1; i < 12; i++) {
      layers.append(", &a%d [%s]".formatted(i, ("*a" + (i - 1) + ", ").repeat(6) + "x"));
    }
    refused(
        write(
            """
            version: 1
            checks:
              - id: health
                type: http
                path: /health
                expect: {json: [{path: $.a, equals: [%s]}]}
            """
                .formatted(layers)));

    assertThat(last.err()).contains("aliases");
  }

  @Test
  void anUnknownFlagNamesTheNearestOne() {
    last = Cli.run("validate", "--confg", "x");

    assertThat(last.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(last.err()).contains("--confg").contains("--config").contains("--help");
  }

  @Test
  void anUnknownCheckIsNamedWithTheNearestOne() {
    last = Cli.run("validate", "-c", CONFIG, "--only", "helth");

    assertThat(last.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(last.err()).startsWith("no check is called `helth`; did you mean `health`?\n");
  }

  @Test
  void anUnknownReportFormat() {
    last = Cli.run("validate", "-c", CONFIG, "-o", "markdwn=x.md");

    assertThat(last.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(last.err())
        .isEqualTo(
            "no report format is called `markdwn`; did you mean `markdown`?\n"
                + "  known: github-annotations, github-outputs, github-summary, html, in-toto, json,"
                + " junit, markdown, prometheus, tap, template, text\n");
  }

  @Test
  void anEndpointThatRefusesIsInconclusive() throws IOException {
    String nobody = "http://127.0.0.1:" + freePort();

    last =
        validate(Map.of("STAGEPROOF_RUN_ENDPOINT", nobody, "STAGEPROOF_LOGGING_ENDPOINT", nobody));

    assertThat(last.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(last.err()).contains(nobody.substring("http://".length()));
  }

  @Test
  void anEndpointThatNeverAnswersIsReportedWithinItsDeadline() throws IOException {
    try (ServerSocket silent = new ServerSocket(0)) {
      String endpoint = "http://127.0.0.1:" + silent.getLocalPort();
      long began = System.nanoTime();

      last =
          validate(
              Map.of("STAGEPROOF_RUN_ENDPOINT", endpoint, "STAGEPROOF_LOGGING_ENDPOINT", endpoint));

      assertThat(last.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
      assertThat((System.nanoTime() - began) / 1e9).isLessThan(60);
    }
  }

  @Test
  void aMissingPermissionIsNamedWithItsRole() {
    last = against(Api.LOGGING, Fault.refuse(Status.Code.PERMISSION_DENIED));

    assertThat(last.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(last.err()).contains("logging.logEntries.list").contains("roles/logging.viewer");
    assertThat(last.err().lines().filter(line -> line.strip().startsWith("-> ")))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void aMissingPermissionOnTheServiceIsNamedWithItsRole() {
    last = against(Api.RUN, Fault.refuse(Status.Code.PERMISSION_DENIED));

    assertThat(last.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(last.err()).contains("run.services.get").contains("roles/run.viewer");
  }

  @Test
  void anExhaustedQuotaIsNamed() throws IOException {
    Fault quota = Fault.refuse(Status.Code.RESOURCE_EXHAUSTED);
    String config =
        write(
            """
            version: 1
            target: {project: netra-staging, region: us-central1, service: netra-backend-staging}
            window: {since: 30m}
            checks:
              - {id: panic, type: log-pattern, literal: panic, expect: absent, timeout: 3s}
            """);
    last = against(config, Api.LOGGING, quota);

    assertThat(last.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(last.err()).contains("quota");
  }

  @Test
  void aServiceThatDoesNotExistIsNamed() throws IOException {
    String config =
        write(
            """
            version: 1
            target: {project: netra-staging, region: us-central1, service: netra-frontend}
            checks:
              - {id: health, type: http, path: /health}
            """);
    try (Sandbox sandbox = Sandbox.start(Scenario.named("issue-965"), Clock.systemUTC())) {
      last = Cli.run(Cli.environment(sandbox), "validate", "-c", config, "-o", "json=-");
    }

    assertThat(last.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(last.err()).contains("netra-frontend").contains("gcloud run services list");
  }

  @Test
  void aReportFolderThatCanNotBeMadeIsFoundBeforeTheRun() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    last = Cli.run("validate", "-c", CONFIG, "--reports", file + "/below");

    assertThat(last.code()).isEqualTo(ExitCode.REPORT.code());
    assertThat(last.err()).startsWith("stageproof: the report can't be written to `" + file);
  }

  @Test
  void aFullDiskLeavesNoHalfWrittenFile() {
    last = Cli.run("demo", "-q", "--only", "health", "--overwrite", "-o", "json=/dev/full");

    assertThat(last.code()).isEqualTo(ExitCode.REPORT.code());
    assertThat(last.err()).contains("No space left on device");
  }

  @Test
  void aSecretThatIsNotSetIsAnError() throws IOException {
    String config =
        write("version: 1\nsecrets: [NO_SUCH]\nchecks: [{id: a, type: http, path: /}]\n");

    refused(config);

    assertThat(last.err())
        .isEqualTo(
            "secret `NO_SUCH`: the variable is not set; set it, or take it out of"
                + " `secrets`\n");
  }

  private void refused(String config) {
    last = Cli.run("validate", "-c", config, "--reports", folder.toString());
    assertThat(last.code()).as(last.err()).isEqualTo(ExitCode.USAGE.code());
    assertThat(last.err()).isNotBlank();
  }

  private String write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("config.yaml"), yaml).toString();
  }

  private Cli against(Api api, Fault fault) {
    return against(CONFIG, api, fault);
  }

  private Cli against(String config, Api api, Fault fault) {
    Scenario scenario = Scenario.named("issue-965").withFaults(Faults.none().with(api, fault));
    try (Sandbox sandbox = Sandbox.start(scenario, Clock.systemUTC())) {
      return validate(Cli.environment(sandbox), config);
    }
  }

  private Cli validate(Map<String, String> environment) {
    return validate(environment, CONFIG);
  }

  private Cli validate(Map<String, String> environment, String config) {
    return Cli.run(environment, "validate", "-c", config, "--reports", folder.toString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
