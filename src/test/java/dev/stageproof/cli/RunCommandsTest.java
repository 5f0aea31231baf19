package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stageproof.sandbox.Access;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import dev.stageproof.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every printed {@code gcloud run} command is run with the real gcloud, and shows what was said.
 */
class RunCommandsTest {
  private static final String RUN = "gcloud run ";
  private static final Pattern WAY_BACK =
      Pattern.compile("gcloud run services update-traffic [^`\\n]+");
  private static final String KIP = "netra-backend-staging-00641-kip";
  private static final String PLACE =
      " netra-backend-staging --region=us-central1 --project=netra-staging";

  @TempDir private static Path config;
  @TempDir private Path folder;

  @BeforeEach
  void gcloudIsThere() {
    Tools.require("gcloud");
  }

  /** Of all scenarios that a configuration names a target in. */
  static Stream<String> scenarios() {
    return Scenario.names().stream().filter(name -> !name.equals("issue-824"));
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyPrintedCommandShowsWhatTheRecordSays(String name) throws Exception {
    Scenario scenario = Scenario.named(name);
    try (Sandbox sandbox = Sandbox.start(scenario, Clock.systemUTC())) {
      JsonNode record = validate(sandbox, name);
      Map<String, String> printed = shells(sandbox).run(commands(record));
      assertThat(printed.keySet()).anyMatch(command -> command.contains(" services describe "));
      assertThat(printed.keySet()).anyMatch(command -> command.contains(" revisions describe "));
      printed.forEach(
          (command, text) -> assertThat(text).as(command).contains(expected(command, record)));
      for (String value : values(scenario)) {
        assertThat(printed.values()).noneMatch(text -> text.contains(value));
      }
    }
  }

  /** What a command was printed for. */
  private static List<String> expected(String command, JsonNode record) {
    JsonNode identity = record.at("/identity");
    String revision = identity.at("/revision").asText();
    if (command.contains(" services describe ")) {
      return Stream.concat(
              Stream.of("latestReadyRevisionName: " + revision, identity.at("/url").asText()),
              stream(identity.at("/traffic")).flatMap(RunCommandsTest::share))
          .toList();
    }
    if (command.contains(" list ") || !command.contains(revision)) {
      return List.of(identity.at("/previous/revision").asText());
    }
    return Stream.concat(
            Stream.of(identity.at("/image").asText(), "memory: 512Mi", "containerConcurrency: 80"),
            stream(record.at("/configuration/environment")).map(env -> "name: " + env.asText()))
        .toList();
  }

  private static Stream<String> share(JsonNode share) {
    int percent = share.at("/percent").asInt();
    return Stream.of(
            "revisionName: " + share.at("/revision").asText(),
            percent > 0 ? "percent: " + percent : "",
            share.at("/url").asText())
        .filter(text -> !text.isEmpty());
  }

  /** The values of variables that no other word of the output can be taken for. */
  private static List<String> values(Scenario scenario) {
    return scenario.revisions().stream()
        .flatMap(revision -> revision.env().stream())
        .flatMap(variable -> variable.value().stream())
        .filter(value -> value.contains("://") || value.startsWith("planted-"))
        .toList();
  }

  /** All that stand in the record, beside evidence and beside checks. */
  private static List<String> commands(JsonNode record) {
    return Stream.of(record.at("/evidence"), record.at("/checks"))
        .flatMap(RunCommandsTest::stream)
        .flatMap(part -> stream(part.at("/reproduce")))
        .map(JsonNode::asText)
        .filter(command -> command.startsWith(RUN))
        .distinct()
        .toList();
  }

  @Test
  void aRevisionAskedForByNameIsDescribedByName() throws Exception {
    try (Sandbox sandbox = Sandbox.start(Scenario.named("issue-889"), Clock.systemUTC())) {
      List<String> commands =
          commands(validate(sandbox, "issue-889", "--revision", KIP)).stream()
              .filter(command -> command.startsWith("gcloud run revisions describe " + KIP))
              .toList();
      assertThat(commands).isNotEmpty();
      assertThat(shells(sandbox).run(commands).values())
          .allSatisfy(printed -> assertThat(printed).contains(KIP, "512Mi", "POSTGRES_HOST"));
    }
  }

  @Test
  void theWayBackLeadsToTheRevisionBefore() throws Exception {
    try (Sandbox sandbox = Sandbox.start(Scenario.named("issue-889"), Clock.systemUTC())) {
      Path report = folder.resolve("report.md");
      Cli.run(
          Cli.environment(sandbox),
          "validate",
          "-c",
          "config/examples/issue-889.yaml",
          "-q",
          "-o",
          "markdown=" + report);
      String command =
          WAY_BACK
              .matcher(Files.readString(report))
              .results()
              .map(MatchResult::group)
              .findFirst()
              .orElseThrow();
      String printed = shells(sandbox).run(List.of(command)).get(command);
      assertThat(printed).contains("100%").contains("netra-backend-staging-00640-wob");
      String describe = "gcloud run services describe" + PLACE + " --format=value(status.traffic)";
      assertThat(shells(sandbox).run(List.of(describe.replace("value(", "'value(") + "'")).values())
          .allSatisfy(
              traffic -> assertThat(traffic).contains("netra-backend-staging-00640-wob", "100"));
    }
  }

  @Test
  void whatErrorsTellToLookAtCanBeLookedAt() throws Exception {
    String list = "gcloud run services list --project=netra-staging";
    String revisions =
        "gcloud run revisions list --service=netra-backend-staging --region=us-central1"
            + " --project=netra-staging";
    try (Sandbox sandbox = Sandbox.start(Scenario.named("issue-889"), Clock.systemUTC())) {
      Map<String, String> printed = shells(sandbox).run(List.of(list, revisions));
      assertThat(printed.get(list)).contains("netra-backend-staging", "us-central1");
      assertThat(printed.get(revisions)).contains(KIP, "netra-backend-staging-00640-wob", "yes");
    }
  }

  @Test
  void gcloudMakesATokenThatOpensAPrivateService() throws Exception {
    Scenario scenario = Scenario.named("issue-965").withAccess(Access.PRIVATE);
    try (Sandbox sandbox = Sandbox.start(scenario, Clock.systemUTC())) {
      Tools.require("curl");
      String url = sandbox.serviceUrl();
      String command =
          "curl -sS -H \"Authorization: Bearer $(gcloud auth print-identity-token --audiences="
              + url
              + ")\" "
              + url
              + "/health";
      // gcloud keeps in its folder whether it runs on Google's machines.
      Map<String, String> environment = new HashMap<>(sandbox.gcloudEnvironment());
      environment.put("CLOUDSDK_CONFIG", folder.toString());
      Shells shells = new Shells(folder, environment);
      assertThat(shells.run(List.of(command)).get(command)).contains("\"healthy\"");
    }
  }

  private Shells shells(Sandbox sandbox) {
    Map<String, String> environment = new HashMap<>(sandbox.gcloudEnvironment());
    environment.put("CLOUDSDK_CONFIG", config.toString());
    return new Shells(folder, environment);
  }

  private static JsonNode validate(Sandbox sandbox, String example, String... more)
      throws IOException {
    String[] usual = {
      "validate", "-c", "config/examples/" + example + ".yaml", "-q", "-o", "json=-"
    };
    String[] words = Stream.of(usual, more).flatMap(Stream::of).toArray(String[]::new);
    Cli run = Cli.run(Cli.environment(sandbox), words);
    assertThat(run.out()).as(run.err()).startsWith("{");
    return new JsonMapper().readTree(run.out());
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
