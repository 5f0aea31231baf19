package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job against the sandbox, through the command line. */
class ValidateTest {
  private static final String CONFIG = "config/examples/issue-965.yaml";
  private static Sandbox sandbox;

  @TempDir private Path reports;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(Scenario.named("issue-965"), Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void aHealthyDeploymentPassesAndLeavesAMarkdownAndAJsonReport() throws IOException {
    Cli run = validate("-c", CONFIG, "--reports", reports.toString());

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PASS.code());
    assertThat(run.out()).isEmpty();
    assertThat(files()).hasSize(2);
    assertThat(files().get(0)).matches("staging-validation-965-\\d{8}-\\d{4}\\.json");
    assertThat(files().get(1)).matches("staging-validation-965-\\d{8}-\\d{4}\\.md");
    assertThat(run.err())
        .contains("PASS  netra-backend-staging-00640-wob")
        .contains("Report: " + reports.resolve(files().get(1)));
  }

  @Test
  void theSameVerdictAsTheDemo() {
    Cli demo = Cli.run("demo", "--reports", reports.toString());
    Cli validate = validate("-c", CONFIG, "--reports", reports.toString());

    assertThat(verdict(demo)).isEqualTo(verdict(validate));
    assertThat(demo.code()).isEqualTo(validate.code());
  }

  @Test
  void checksThatAskForTheSameObservationCauseOneRequest() {
    try (Sandbox fresh = Sandbox.start(Scenario.named("issue-965"), Clock.systemUTC())) {
      Cli run =
          Cli.run(
              Cli.environment(fresh),
              "validate",
              "-c",
              CONFIG,
              "--only",
              "ssot-active,factory-pattern,sessions,no-restarts,health",
              "-o",
              "json=-");

      assertThat(run.out()).contains("\"id\": \"sessions\"");
      long reads =
          fresh.calls().all().stream()
              .filter(call -> call.method().equals("ListLogEntries"))
              .filter(call -> call.detail().contains("resource.labels.revision_name="))
              .count();
      assertThat(reads).isEqualTo(1);
    }
  }

  @Test
  void machineOutputStandsAloneOnStandardOutput() {
    Cli run = validate("-c", CONFIG, "--only", "health", "-o", "json=-");

    assertThat(run.out()).startsWith("{").endsWith("}\n");
    assertThat(run.err()).contains("not selected");
  }

  @Test
  void aPartialSelectionCanNotPass() {
    Cli run = validate("-c", CONFIG, "--only", "health", "-o", "json=-");

    assertThat(run.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(run.err()).contains("18 of 19 checks were not selected.");
  }

  @Test
  void checksAreSelectedByTag() {
    Cli run = validate("-c", CONFIG, "--tag", "smoke", "-o", "json=-", "--color", "never");

    assertThat(run.err()).contains("[1/1] PASS health: 200");
  }

  @Test
  void quietSaysNothing() {
    Cli run = validate("-c", CONFIG, "--only", "health", "-q", "-o", "junit=-");

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("<?xml");
  }

  @Test
  void anExistingReportIsNeverOverwritten() throws IOException {
    Path report = Files.writeString(reports.resolve("r.md"), "mine");

    Cli run = validate("-c", CONFIG, "-o", "markdown=" + report);

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err())
        .isEqualTo(
            "`"
                + report
                + "` exists, and a report is never overwritten; remove it, name another file, or"
                + " allow it with --overwrite\n");
    assertThat(report).hasContent("mine");
  }

  @Test
  void withConsentAnExistingReportIsReplaced() throws IOException {
    Path report = Files.writeString(reports.resolve("r.md"), "mine");

    validate("-c", CONFIG, "--only", "health", "--overwrite", "-o", "markdown=" + report);

    assertThat(Files.readString(report)).startsWith("# Issue #965");
  }

  @Test
  void twoRunsWithinAMinuteLeaveTwoReports() throws IOException {
    for (int i = 0; i < 2; i++) {
      validate("-c", CONFIG, "--only", "health", "--reports", reports.toString());
    }

    assertThat(files()).hasSize(4);
  }

  @Test
  void anotherRevisionCanBeNamed() {
    Cli run =
        validate("-c", CONFIG, "--revision", "netra-backend-staging-00001-abc", "-o", "json=-");

    assertThat(run.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(run.err()).contains("netra-backend-staging-00001-abc");
  }

  @Test
  void theLogWindowCanBeMovedOnTheCommandLine() {
    Cli run =
        validate("-c", CONFIG, "--only", "ssot-active,health", "--since", "5m", "-o", "json=-");

    assertThat(run.err()).containsPattern("ssot-active: 0 of \\d+ entries");
    assertThat(run.code()).isEqualTo(ExitCode.FAIL.code());
  }

  @Test
  void theRunDeadlineEndsTheRun() {
    Cli run = validate("-c", CONFIG, "--timeout", "1ms", "-o", "json=-");

    assertThat(run.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(run.err()).contains("the run's deadline of 1 ms passed first");
    assertThat(run.out()).contains("\"partial\": true");
  }

  @Test
  void everyOptionHasAVariable() {
    Map<String, String> environment = Cli.environment(sandbox);
    environment.put("STAGEPROOF_CONFIG", CONFIG);
    environment.put("STAGEPROOF_ONLY", "health");
    environment.put("STAGEPROOF_OUTPUT", "json=-");
    environment.put("STAGEPROOF_COLOR", "always");

    Cli run = Cli.run(environment, "validate");

    assertThat(run.out()).startsWith("{");
    assertThat(run.err()).contains("\u001b[32mPASS\u001b[0m");
  }

  @Test
  void aFlagGoesOverItsVariable() {
    Map<String, String> environment = Cli.environment(sandbox);
    environment.put("STAGEPROOF_ONLY", "no-such-check");

    Cli run = Cli.run(environment, "validate", "-c", CONFIG, "--only", "health", "-o", "json=-");

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.INCONCLUSIVE.code());
  }

  @Test
  void valuesOfTheRevisionsEnvironmentAreInNoOutput() {
    Cli run =
        validate("-c", CONFIG, "-v", "-v", "-o", "json=-", "-o", "markdown=-", "-o", "junit=-");

    assertThat(run.out() + run.err())
        .contains("POSTGRES_HOST")
        .contains("secret postgres-password-staging:latest")
        .doesNotContain("10.20.0.3")
        .doesNotContain("otel-collector");
  }

  @Test
  void aNamedSecretIsInNoOutput() throws IOException {
    Path config =
        Files.writeString(
            reports.resolve("secret.yaml"),
            """
            version: 1
            secrets: [API_TOKEN]
            target: {project: netra-staging, region: us-central1, service: netra-backend-staging}
            checks:
              - id: health
                type: http
                path: /health?token=${API_TOKEN}
                headers: {X-Token: "${API_TOKEN}"}
                expect:
                  body: {contains: "${API_TOKEN}"}
            """);
    Cli run =
        validate(
            "-c",
            config.toString(),
            "-v",
            "-v",
            "--var",
            "API_TOKEN=s3cr3t-value-1",
            "-o",
            "json=-",
            "-o",
            "markdown=-",
            "-o",
            "junit=-");

    assertThat(run.code()).isEqualTo(ExitCode.FAIL.code());
    assertThat(run.out()).contains("redacted");
    assertThat(run.out() + run.err()).doesNotContain("s3cr3t-value-1");
  }

  private static Cli validate(String... args) {
    String[] all = Stream.concat(Stream.of("validate"), Stream.of(args)).toArray(String[]::new);
    return Cli.run(Cli.environment(sandbox), all);
  }

  private static String verdict(Cli run) {
    return run.err().lines().filter(line -> line.contains("  confidence ")).findFirst().orElse("");
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(reports)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
