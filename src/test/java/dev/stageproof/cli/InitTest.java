package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.sandbox.Api;
import dev.stageproof.sandbox.Fault;
import dev.stageproof.sandbox.Faults;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A first configuration, made from the live service. */
class InitTest {
  private static final List<String> SERVICE =
      List.of(
          "--project",
          "netra-staging",
          "--region",
          "us-central1",
          "--service",
          "netra-backend-staging");

  private static Sandbox sandbox;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    sandbox = Sandbox.start(Scenario.named("issue-965"), Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @Test
  void validatePassesOnItUnedited() {
    Path file = folder.resolve("stageproof.yaml");

    Cli init = init(Cli.environment(sandbox), "-o", file.toString());
    Cli validate =
        Cli.run(Cli.environment(sandbox), "validate", "-c", file.toString(), "-o", "json=-");

    assertThat(init.code()).as(init.err()).isZero();
    assertThat(init.out()).isEmpty();
    assertThat(init.err())
        .isEqualTo(
            """
            Wrote %1$s with 4 checks.
            Commented out, to be completed by hand: health
            Next: read it, then
              stageproof doctor -c %1$s
              stageproof validate -c %1$s
            """
                .formatted(file));
    assertThat(validate.code()).as(validate.err()).isZero();
    assertThat(validate.err()).contains("PASS  netra-backend-staging-00640-wob");
  }

  @Test
  void expectsWhatTheServiceIsNow() {
    assertThat(init(Cli.environment(sandbox), "-o", "-").out())
        .contains(
            """
                expect:
                  traffic: {min-percent: 100}
                  image-digest: resolved
                  env:
                    required:
                      - ENVIRONMENT
                      - POSTGRES_HOST
                      - POSTGRES_PASSWORD
                      - JWT_SECRET_KEY
                      - OTEL_EXPORTER_OTLP_ENDPOINT
                  memory: {min: 512Mi, max: 512Mi}
                  cpu: {min: 1000m, max: 1000m}
                  min-instances: 1
                  max-instances: 10
                  concurrency: 80
            """)
        .contains("# on ", ", from revision netra-backend-staging-00640-wob as it was then.\n");
  }

  @Test
  void holdsNoValueOfTheServicesEnvironment() {
    assertThat(init(Cli.environment(sandbox), "-o", "-").out())
        .contains("POSTGRES_HOST")
        .doesNotContain("10.20.0.3")
        .doesNotContain("otel-collector");
  }

  @Test
  void whatIsCommentedOutIsRightWhenItIsTakenIn() throws IOException {
    String text = init(Cli.environment(sandbox), "-o", "-").out();
    Path file = folder.resolve("whole.yaml");
    Files.writeString(file, text.replaceAll("(?m)^  # ((?:- |  ).*)$", "  $1"));

    Cli validate =
        Cli.run(Cli.environment(sandbox), "validate", "-c", file.toString(), "-o", "json=-");

    assertThat(validate.code()).as(validate.err()).isZero();
    assertThat(validate.err()).contains("PASS health: 200");
  }

  @Test
  void anExistingFileIsLeftAsItIs() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "mine");

    Cli init = init(Cli.environment(sandbox), "-o", file.toString());

    assertThat(init.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(init.err())
        .isEqualTo(
            "`"
                + file
                + "` exists and was left as it is; name another file with -o, print the"
                + " configuration with -o -, or replace it with --force\n");
    assertThat(file).hasContent("mine");
  }

  @Test
  void withForceAnExistingFileIsReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "mine");

    assertThat(init(Cli.environment(sandbox), "-o", file.toString(), "--force").code()).isZero();

    assertThat(Files.readString(file)).startsWith("# Written by `stageproof init --project");
  }

  @Test
  void withoutPermissionItWritesAStartSaysWhyAndExits3() throws IOException {
    Scenario refusing =
        Scenario.named("issue-965")
            .withFaults(Faults.none().with(Api.RUN, Fault.refuse(Status.Code.PERMISSION_DENIED)));
    Path file = folder.resolve("start.yaml");
    try (Sandbox closed = Sandbox.start(refusing, Clock.systemUTC())) {
      Cli init = init(Cli.environment(closed), "-o", file.toString());

      assertThat(init.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
      assertThat(init.err())
          .contains("needs the permission run.services.get on project netra-staging")
          .contains("  -> grant roles/run.viewer on project netra-staging")
          .contains("Wrote " + file + ", a start that was made without a look at the service.\n");
    }
    assertThat(Files.readString(file))
        .contains("from nothing but the names")
        .contains("  # - id: health\n");
    assertThat(Cli.run("plan", "-c", file.toString()).code()).isZero();
  }

  @Test
  void whereNothingAnswersItWritesAStart() {
    Map<String, String> nowhere = new HashMap<>();
    nowhere.put("STAGEPROOF_RUN_ENDPOINT", "http://127.0.0.1:1");
    nowhere.put("STAGEPROOF_LOGGING_ENDPOINT", "http://127.0.0.1:1");

    Cli init = init(nowhere, "-o", "-");

    assertThat(init.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(init.out()).contains("version: 1\n");
    assertThat(init.err()).contains("can't be reached").contains("  -> ");
  }

  @Test
  void aServiceThatIsNotThereGetsNoFile() {
    Path file = folder.resolve("none.yaml");

    Cli init =
        Cli.run(
            Cli.environment(sandbox),
            "init",
            "--project",
            "netra-staging",
            "--region",
            "us-central1",
            "--service",
            "netra-backend-stagin",
            "-o",
            file.toString());

    assertThat(init.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(init.err())
        .contains("no Cloud Run service netra-backend-stagin in us-central1")
        .endsWith("Nothing was written.\n");
    assertThat(file).doesNotExist();
  }

  @Test
  void aServiceNeedsAllItsNames() {
    Cli init = Cli.run("init", "--project", "netra-staging");

    assertThat(init.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(init.err())
        .isEqualTo(
            "name the service with --project, --region and --service, all three;"
                + " `gcloud run services list --project=P` shows what there is\n");
  }

  private static Cli init(Map<String, String> environment, String... more) {
    String[] all =
        Stream.of(Stream.of("init"), SERVICE.stream(), Stream.of(more))
            .flatMap(part -> part)
            .toArray(String[]::new);
    return Cli.run(environment, all);
  }
}
