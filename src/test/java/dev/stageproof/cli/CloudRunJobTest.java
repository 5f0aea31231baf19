package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.sandbox.Faults;
import dev.stageproof.sandbox.Programs;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import dev.stageproof.testing.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command in the revision's image: what is said before it runs, and what is left. */
class CloudRunJobTest {
  private static final String JOB =
      "the Cloud Run job stageproof-\\d{8}-\\d{6}-[0-9a-f]{8} in us-central1 of netra-staging";

  @TempDir private Path folder;

  private String config() throws Exception {
    Path file = folder.resolve("job.yaml");
    Files.writeString(
        file,
        """
        version: 1
        target: {project: netra-staging, region: us-central1, service: netra-backend-staging}
        checks:
          - id: greeting
            type: command
            where: cloud-run-job
            run: {argv: [sh, -c, 'echo hello']}
            stdout: {contains: hello}
        """);
    return file.toString();
  }

  private static Sandbox sandbox(Faults faults) {
    Scenario scenario = Scenario.named("issue-965").withFaults(faults);
    return Sandbox.start(scenario, Clock.systemUTC(), Programs.RUN);
  }

  @Test
  void theRunSaysWhatItWillCreateBeforeItDoes() throws Exception {
    try (Sandbox sandbox = sandbox(Faults.none())) {
      Cli run =
          Cli.run(
              Cli.environment(sandbox), "validate", "-c", config(), "--allow-exec", "-o", "json=-");

      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PASS.code());
      assertThat(run.err().lines().findFirst().orElseThrow())
          .matches("stageproof will create and delete " + JOB);
      assertThat(run.out()).contains("Ran in the revision's image sha256:9f2c61d0");
      assertThat(sandbox.jobs()).isEmpty();
    }
  }

  @Test
  void withoutConsentNothingIsCreatedAndTheCheckIsSkipped() throws Exception {
    try (Sandbox sandbox = sandbox(Faults.none())) {
      Cli run = Cli.run(Cli.environment(sandbox), "validate", "-c", config(), "-o", "json=-");

      assertThat(run.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
      assertThat(run.err())
          .contains("SKIPPED greeting: it runs a program, and the run was started without --allow")
          .doesNotContain("will create");
      assertThat(sandbox.calls().count("CreateJob")).isZero();
    }
  }

  @Test
  void whatIsLeftBehindIsToldOnStandardErrorAndInTheReport() throws Exception {
    try (Sandbox sandbox = sandbox(Faults.denying("run.jobs.delete"))) {
      Cli run =
          Cli.run(
              Cli.environment(sandbox),
              "validate",
              "-c",
              config(),
              "--allow-exec",
              "-o",
              "markdown=-");

      String command = "gcloud run jobs delete " + sandbox.jobs().get(0);
      assertThat(run.code()).isEqualTo(ExitCode.PASS.code());
      assertThat(run.err()).contains("was not deleted: ").contains(command);
      assertThat(run.out()).contains("The job is still there: delete it with `" + command);
    }
  }

  /** The answer is longer than a line of a log may be, and the modules print lines of their own. */
  @Test
  void pythonImportsInTheImage() throws Exception {
    Tools.require("python3");
    Path package_ = Files.createDirectories(folder.resolve("acme"));
    Files.writeString(package_.resolve("__init__.py"), "print('{\"imported\": true}')\n");
    StringBuilder members = new StringBuilder("import enum\nclass Mode(enum.Enum):\n");
    IntStream.range(0, 4000).forEach(i -> members.append("  MEMBER_%d = %d\n".formatted(i, i)));
    Files.writeString(package_.resolve("modes.py"), members);
    Path file = folder.resolve("imports.yaml");
    Files.writeString(
        file,
        """
        version: 1
        target: {project: netra-staging, region: us-central1, service: netra-backend-staging}
        checks:
          - id: imports
            type: python-import
            where: cloud-run-job
            path: [%s]
            imports: [{module: acme.modes, name: Mode, members: [MEMBER_3999]}]
            absent: [{module: acme.factory}]
        """
            .formatted(folder));
    try (Sandbox sandbox = sandbox(Faults.none())) {
      Cli run =
          Cli.run(
              Cli.environment(sandbox),
              "validate",
              "-c",
              file.toString(),
              "--allow-exec",
              "-o",
              "json=-");

      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.PASS.code());
      assertThat(run.out()).contains("Ran in the revision's image sha256:9f2c61d0");
      assertThat(sandbox.jobs()).isEmpty();
    }
  }

  @Test
  void aPlanListsTheJobAndThePermissionsWithTheirRoles() throws Exception {
    Cli plan = Cli.run("plan", "-c", config());

    assertThat(plan.code()).isZero();
    assertThat(plan.out())
        .containsPattern("  creates and deletes: " + JOB + "\n")
        .contains("  runs a program: needs --allow-exec\n")
        .contains("# the image is the revision's; here: registry.example/image@sha256:0000")
        .contains("iam.serviceAccounts.actAs (roles/iam.serviceAccountUser)")
        .contains("run.jobs.create, run.jobs.get, run.jobs.run, run.jobs.delete");
  }

  @Test
  void doctorTriesTheCreationAndCreatesNothing() throws Exception {
    try (Sandbox sandbox = sandbox(Faults.denying("run.jobs.create"))) {
      Cli doctor = Cli.run(Cli.environment(sandbox), "doctor", "-c", config(), "--allow-exec");

      assertThat(doctor.out() + doctor.err())
          .contains("creating a Cloud Run job in us-central1, as a trial")
          .contains("run.jobs.create, granted by roles/run.developer");
      assertThat(sandbox.calls().count("RunJob")).isZero();
    }
  }
}
