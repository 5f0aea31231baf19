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

  static Stream<String> scenarios() {
    return Scenario.names().stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyPrintedCommandShowsTheRevisionItsImageAndItsShare(String name) throws Exception {
    try (Sandbox sandbox = Sandbox.start(Scenario.named(name), Clock.systemUTC())) {
      JsonNode record = validate(sandbox, name);
      JsonNode identity = record.at("/identity");
      List<String> commands = commands(record);
      assertThat(commands).isNotEmpty();
      shells(sandbox)
          .run(commands)
          .forEach(
              (command, printed) ->
                  assertThat(printed).as(command).contains(expected(command, identity)));
    }
  }

  /** What a command was printed for. */
  private static List<String> expected(String command, JsonNode identity) {
    String revision = identity.at("/revision").asText();
    if (command.contains(" list ")) {
      return List.of(revision, identity.at("/previous/revision").asText());
    }
    String image = identity.at("/image").asText();
    return command.contains(" services describe ")
        ? List.of(revision, image, "100%")
        : List.of(revision, image);
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
      List<String> commands = commands(validate(sandbox, "issue-889", "--revision", KIP));
      assertThat(commands).anyMatch(command -> command.startsWith("gcloud run revisions describe"));
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
