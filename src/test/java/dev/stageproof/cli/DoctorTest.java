package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.sandbox.Faults;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whether a validation could see what it needs, tried one by one. */
class DoctorTest {
  private static final String CONFIG = "config/examples/log-pattern.yaml";
  private static final String HEALTHY =
      """
      version: 1
      target: {project: netra-staging, region: us-central1, service: netra-backend-staging}
      checks:
        - {id: revision, type: cloud-run}
        - {id: health, type: http, path: /health, expect: {status: 200}}
        - {id: no-errors, type: log-pattern, regex: ., at-least: error, expect: absent}
      """;

  @TempDir private Path folder;

  /**
   * An account without one permission.
   *
   * @param command what grants it, without the account
   */
  record Lacking(String permission, String role, ExitCode ending, Faults faults, String command) {}

  static Stream<Lacking> accounts() {
    String project = "gcloud projects add-iam-policy-binding netra-staging";
    String service =
        "gcloud run services add-iam-policy-binding netra-backend-staging"
            + " --region=us-central1 --project=netra-staging";
    return Stream.of(
        lacking("run.services.get", "roles/run.viewer", ExitCode.INCONCLUSIVE, project),
        lacking("run.revisions.get", "roles/run.viewer", ExitCode.INCONCLUSIVE, project),
        // A warning: a run is possible, but has nothing to compare with.
        lacking("run.revisions.list", "roles/run.viewer", ExitCode.PASS, project),
        lacking("logging.logEntries.list", "roles/logging.viewer", ExitCode.INCONCLUSIVE, project),
        lacking("run.routes.invoke", "roles/run.invoker", ExitCode.INCONCLUSIVE, service));
  }

  private static Lacking lacking(String permission, String role, ExitCode ending, String command) {
    return new Lacking(permission, role, ending, Faults.denying(permission), command);
  }

  @ParameterizedTest
  @MethodSource("accounts")
  void namesTheMissingPermissionItsRoleAndTheCommandThatGrantsIt(Lacking account)
      throws IOException {
    Scenario scenario = Scenario.named("issue-965").withFaults(account.faults());
    try (Sandbox sandbox = Sandbox.start(scenario, Clock.systemUTC())) {
      Cli doctor = doctor(Cli.environment(sandbox), "-c", healthy());

      assertThat(doctor.code()).as(doctor.out()).isEqualTo(account.ending().code());
      assertThat(doctor.out())
          .contains(
              "    missing: %s, granted by %s\n    -> %s --member=MEMBER --role=%s\n"
                  .formatted(
                      account.permission(), account.role(), account.command(), account.role()));
      assertThat(doctor.out().lines().filter(line -> line.startsWith("    missing: ")).distinct())
          .as("only what is missing is named")
          .hasSize(1);
    }
  }

  @Test
  void whereAllIsWellItSaysWhatWasTriedAndExits0() throws IOException {
    try (Sandbox sandbox = sandbox()) {
      String url = sandbox.serviceUrl();

      Cli doctor = doctor(Cli.environment(sandbox), "-c", healthy());

      assertThat(doctor.code()).as(doctor.out()).isZero();
      assertThat(doctor.err()).isEmpty();
      assertThat(doctor.out())
          .contains("✓ credentials: not needed: the endpoints are plaintext\n")
          .containsPattern(
              "✓ Cloud Run service netra-backend-staging, revision latest-ready:"
                  + " netra-backend-staging-00640-wob; granted: run.services.get,"
                  + " run.revisions.get, run.revisions.list, \\d+ ms\n")
          .containsPattern("there are entries; granted: logging.logEntries.list, \\d+ ms\n")
          .containsPattern("✓ GET " + url + "/health: answered 200, \\d+ ms\n")
          .contains("✓ format markdown: ", "✓ format json: ", "✓ folder ")
          .endsWith("\n'validate' can see all it needs.\n");
    }
  }

  @Test
  void aServiceCanBeTriedWithoutAConfiguration() {
    try (Sandbox sandbox = sandbox()) {
      Cli doctor =
          doctor(
              Cli.environment(sandbox),
              "--project=netra-staging",
              "--region=us-central1",
              "--service=netra-backend-staging");

      assertThat(doctor.code()).as(doctor.out()).isZero();
      assertThat(doctor.out())
          .startsWith("✓ configuration: none; tried with the 3 checks that `init` would write\n");
    }
  }

  @Test
  void aBrokenConfigurationExits2AsForValidate() {
    Cli doctor = doctor(Map.of(), "-c", "no-such.yaml");

    assertThat(doctor.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(doctor.out()).isEmpty();
  }

  @Test
  void anUnreachableEndpointIsNamedWithWhatToDo() {
    Map<String, String> nowhere = new HashMap<>();
    nowhere.put("STAGEPROOF_RUN_ENDPOINT", "http://127.0.0.1:1");
    nowhere.put("STAGEPROOF_LOGGING_ENDPOINT", "http://127.0.0.1:1");

    Cli doctor = doctor(nowhere, "-c", CONFIG);

    assertThat(doctor.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(doctor.out())
        .contains("✗ Cloud Run service netra-backend-staging, revision latest-ready: Cloud Run")
        .contains("127.0.0.1:1 can't be reached: the connection was refused\n")
        .contains("    -> start what should serve there, or correct STAGEPROOF_RUN_ENDPOINT")
        .endsWith("'validate' can't see all it needs: mend the lines with `✗` first.\n");
  }

  @Test
  void programsAreLookedUpButNotRun() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("c.yaml"),
            """
            version: 1
            checks:
              - id: imports
                type: python-import
                interpreter: /no/such/python
                imports: [{module: os}]
            """);

    Cli doctor = doctor(Map.of(), "-c", config.toString());

    assertThat(doctor.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(doctor.out())
        .contains("! --allow-exec: not given, so that checks which run programs are skipped\n")
        .contains("✗ program /no/such/python: no such program\n");
  }

  @Test
  void aReportsFolderThatCanNotBeMadeIsAProblemAndNoFolderIsMade() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    try (Sandbox sandbox = sandbox()) {
      Cli blocked =
          doctor(Cli.environment(sandbox), "-c", healthy(), "--reports", file + "/reports");
      Cli free =
          doctor(
              Cli.environment(sandbox),
              "-c",
              healthy(),
              "--reports",
              folder.resolve("new").toString());

      assertThat(blocked.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
      assertThat(blocked.out()).contains("`" + file + "` is a file\n");
      assertThat(free.out()).contains("✓ folder " + folder.resolve("new") + ": can be made\n");
      assertThat(folder.resolve("new")).doesNotExist();
    }
  }

  @Test
  void aTemplateThatIsBrokenIsAProblem() throws IOException {
    Path templates = Files.createDirectories(folder.resolve("templates/markdown"));
    try (Stream<Path> own = Files.list(Path.of("templates/markdown"))) {
      for (Path template : own.toList()) {
        Files.writeString(templates.resolve(template.getFileName()), "<#if");
      }
    }
    try (Sandbox sandbox = sandbox()) {
      Cli doctor =
          doctor(
              Cli.environment(sandbox),
              "-c",
              healthy(),
              "--templates",
              folder.resolve("templates").toString());

      assertThat(doctor.code()).as(doctor.out()).isEqualTo(ExitCode.INCONCLUSIVE.code());
      assertThat(doctor.out()).contains("✗ format markdown: ");
    }
  }

  @Test
  void aSecretIsInNoOutput() throws IOException {
    Path config =
        Files.writeString(
            folder.resolve("secret.yaml"),
            """
            version: 1
            secrets: [API_TOKEN]
            target: {project: netra-staging, region: us-central1, service: netra-backend-staging}
            checks:
              - {id: health, type: http, path: "/health?token=${API_TOKEN}", expect: {status: 200}}
            """);
    try (Sandbox sandbox = sandbox()) {
      Cli doctor =
          doctor(
              Cli.environment(sandbox),
              "-c",
              config.toString(),
              "--var",
              "API_TOKEN=s3cr3t-value-1");

      assertThat(doctor.out()).contains("/health?token=[redacted]: answered 200");
      assertThat(doctor.out() + doctor.err()).doesNotContain("s3cr3t-value-1");
    }
  }

  @Test
  void runsNothingAndSendsNoMark() throws IOException {
    try (Sandbox sandbox = sandbox()) {
      doctor(Cli.environment(sandbox), "-c", healthy());

      assertThat(sandbox.calls().all())
          .noneMatch(call -> call.detail().contains("mark/"))
          .hasSizeLessThan(12);
    }
  }

  private static Sandbox sandbox() {
    return Sandbox.start(Scenario.named("issue-965"), Clock.systemUTC());
  }

  private String healthy() throws IOException {
    return Files.writeString(folder.resolve("healthy.yaml"), HEALTHY).toString();
  }

  private static Cli doctor(Map<String, String> environment, String... args) {
    return Cli.run(
        environment, Stream.concat(Stream.of("doctor"), Stream.of(args)).toArray(String[]::new));
  }
}
