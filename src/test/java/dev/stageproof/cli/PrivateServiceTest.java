package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import dev.stageproof.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A private service, asked by stageproof in a process of its own whose credentials come from a
 * metadata server.
 */
@Timeout(180)
class PrivateServiceTest {
  @TempDir private Path folder;
  private final PrivateDoor door = new PrivateDoor();

  @AfterEach
  void close() {
    door.close();
  }

  private Path config(String auth) throws IOException {
    return Files.writeString(
        folder.resolve("private.yaml"),
        """
        version: 1
        target:
          project: netra-staging
          region: us-central1
          service: netra-backend-staging
          url: %s
          auth: %s
        window: {since: 30m}
        checks:
          - {id: health, type: http, path: /health, answered-by: any}
          - id: quiet
            type: log-pattern
            literal: deadlock detected
            expect: absent
            read: {max-lag: 0s}
        """
            .formatted(door.url(), auth));
  }

  private Stageproof stageproof(Sandbox sandbox) {
    return new Stageproof(folder)
        .jvm("-Duser.home=" + folder)
        .with("CLOUDSDK_CONFIG", folder.toString())
        .with("GOOGLE_APPLICATION_CREDENTIALS", "")
        .with("GCE_METADATA_HOST", door.metadataHost())
        .with("STAGEPROOF_LOGGING_ENDPOINT", sandbox.loggingEndpoint())
        .with("STAGEPROOF_RUN_ENDPOINT", sandbox.runEndpoint());
  }

  private static Sandbox sandbox() {
    return Sandbox.start(Scenario.named("issue-965"), Clock.systemUTC());
  }

  private Stageproof.Ended validate(Sandbox sandbox, String auth) throws Exception {
    return stageproof(sandbox)
        .run(
            "validate",
            "-c",
            config(auth).toString(),
            "-v",
            "-o",
            "json=-",
            "-o",
            "markdown=" + folder.resolve("report.md"));
  }

  @Test
  void aTokenFromTheMetadataServerLetsCheckAndMarkInAndStandsInNoOutput() throws Exception {
    try (Sandbox sandbox = sandbox()) {
      door.wanting(sandbox.serviceUrl());
      Stageproof.Ended run = validate(sandbox, "id-token");

      JsonNode health = new JsonMapper().readTree(run.out()).at("/checks/0");
      assertThat(health.at("/outcome").asText()).as(run.err()).isEqualTo("PASS");
      assertThat(door.visits())
          .hasSize(2)
          .anyMatch(visit -> visit.userAgent().contains(" mark/"))
          .allMatch(visit -> visit.audience().filter(sandbox.serviceUrl()::equals).isPresent());
      assertThat(run.out() + run.err() + Files.readString(folder.resolve("report.md")))
          .contains("[redacted]")
          .doesNotContain(PrivateDoor.SIGNATURE);
      assertRuns(health.at("/reproduce/0").asText(), sandbox.serviceUrl());
    }
  }

  /** The real curl, and a stand-in that says what gcloud would. */
  private void assertRuns(String command, String audience) throws Exception {
    Tools.require("curl");
    assertThat(command)
        .isEqualTo(
            "curl -sS --compressed -i -H \"Authorization: Bearer $(gcloud auth"
                + " print-identity-token --audiences="
                + audience
                + ")\" "
                + door.url()
                + "/health");
    Path gcloud = Files.createDirectory(folder.resolve("bin")).resolve("gcloud");
    Files.writeString(
        gcloud,
        "#!/bin/sh\n[ \"$*\" = 'auth print-identity-token --audiences=%s' ] && echo %s\n"
            .formatted(audience, PrivateDoor.token(audience)));
    Files.setPosixFilePermissions(gcloud, PosixFilePermissions.fromString("rwxr-xr-x"));
    String path = gcloud.getParent() + ":" + System.getenv("PATH");
    assertThat(new Shells(folder, Map.of("PATH", path)).run(List.of(command)))
        .hasEntrySatisfying(
            command,
            printed -> assertThat(printed).startsWith("HTTP/1.1 200").contains("you sent"));
  }

  @Test
  void aTokenForTheWrongAudienceNamesTheAudienceWanted() throws Exception {
    try (Sandbox sandbox = sandbox()) {
      door.wanting(sandbox.serviceUrl());
      Stageproof.Ended run =
          validate(sandbox, "{type: id-token, audience: \"https://wrong.example\"}");

      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.INCONCLUSIVE.code());
      assertThat(run.err())
          .contains("The token is made out to https://wrong.example; the service wants ")
          .contains(sandbox.serviceUrl());
    }
  }

  @Test
  void aBearerTokenOfTheConfigurationIsHiddenThoughNobodyListsIt() throws Exception {
    try (Sandbox sandbox = sandbox()) {
      Stageproof.Ended run =
          validate(sandbox, "{type: bearer, token: \"planted-token-of-nobody\"}");

      assertThat(run.out() + run.err() + Files.readString(folder.resolve("report.md")))
          .contains("you sent ")
          .doesNotContain("planted-token");
      assertThat(new JsonMapper().readTree(run.out()).at("/checks/0/outcome").asText())
          .isEqualTo("PASS");
    }
  }

  @Test
  void nothingOfGooglesCredentialsIsLoadedBeforeATokenIsNeeded() throws Exception {
    assertThat(credentialClasses("none")).isEmpty();
    assertThat(credentialClasses("id-token")).isNotEmpty();
  }

  private List<String> credentialClasses(String auth) throws Exception {
    Path log = folder.resolve(auth + ".txt");
    Path config =
        Files.writeString(
            folder.resolve("foreign.yaml"),
            """
            version: 1
            checks:
              - {id: health, type: http, url: %s, auth: %s}
            """
                .formatted(door.url(), auth));
    new Stageproof(folder)
        .jvm("-Xlog:class+load:file=" + log)
        .with("GCE_METADATA_HOST", door.metadataHost())
        .run("validate", "-c", config.toString(), "-o", "json=-");
    return Files.readAllLines(log).stream()
        .filter(line -> line.contains(" com.google.auth."))
        .toList();
  }
}
