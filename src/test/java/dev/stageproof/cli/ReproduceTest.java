package dev.stageproof.cli;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import dev.stageproof.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every printed command is pasted into a shell, with the real gcloud and the real curl, and shows
 * what the report says.
 */
class ReproduceTest {
  private static final String READ = "gcloud logging read ";

  @TempDir private static Path config;
  @TempDir private Path folder;

  @ParameterizedTest
  @MethodSource("dev.stageproof.cli.ExamplesTest#examples")
  void everyPrintedCommandShowsWhatTheReportSays(String example) throws Exception {
    Tools.require("gcloud");
    Tools.require("curl");
    String scenario = Scenario.names().contains(example) ? example : "issue-965";
    try (Sandbox sandbox = Sandbox.start(Scenario.named(scenario), Clock.systemUTC())) {
      everyCommandShowsTheSame(sandbox, validate(sandbox, "config/examples/" + example + ".yaml"));
    }
  }

  @Test
  void hostilePatternsReachTheServerAsData() throws Exception {
    Tools.require("gcloud");
    String text = "say \"hi\" to C:\\new 'it' $HOME `id` \n🦊 \" OR severity>=DEFAULT";
    Path file =
        Files.writeString(
            folder.resolve("hostile.yaml"),
            """
            version: 1
            target: {project: netra-staging, region: us-central1, service: netra-backend-staging}
            window: {since: 30m}
            checks:
              - id: literal
                type: log-pattern
                literal: "\\"hi\\" to C:\\\\new 'it' $HOME `id` \\n🦊 \\" OR severity>=DEFAULT"
                expect: present
              - {id: no-clause, type: log-pattern, literal: 'x" OR severity>=DEFAULT', expect: absent}
              - {id: regex, type: log-pattern, regex: '^say "h\\w+" to C:\\\\n', expect: present}
            """);
    String line = Scenes.line("PT30S", "INFO", text).toString();
    try (Sandbox sandbox = Sandbox.start(Scenes.withLine(line), Clock.systemUTC())) {
      JsonNode record = validate(sandbox, file.toString());
      assertThat(record.at("/judgment/verdict").asText()).as(record.toString()).isEqualTo("PASS");
      assertThat(everyCommandShowsTheSame(sandbox, record)).hasSize(4);
    }
  }

  @Test
  void aReadThatStoppedEarlyIsRepeatedWithTheReadsThatFollowed() throws Exception {
    Tools.require("gcloud");
    Path file =
        Files.writeString(
            folder.resolve("bounded.yaml"),
            """
            version: 1
            target: {project: netra-staging, region: us-central1, service: netra-backend-staging}
            window: {since: 30m}
            checks:
              - id: sessions
                type: log-pattern
                literal: Database session created
                count: {min: 20, max: 60}
                read: {max-entries: 50}
              - {id: quiet, type: log-pattern, regex: 'timed? out', expect: absent, read: {max-entries: 50}}
            """);
    try (Sandbox sandbox = Sandbox.start(Scenario.named("issue-965"), Clock.systemUTC())) {
      JsonNode record = validate(sandbox, file.toString());
      assertThat(record.at("/judgment/verdict").asText()).as(record.toString()).isEqualTo("PASS");
      assertThat(everyCommandShowsTheSame(sandbox, record)).hasSize(4);
    }
  }

  @Test
  void aSearchThatIsTooLongForOneFilterIsRepeatedBySeveral() throws Exception {
    Tools.require("gcloud");
    String text = "x".repeat(7_000);
    Path file =
        Files.writeString(
            folder.resolve("long.yaml"),
            """
            version: 1
            target: {project: netra-staging, region: us-central1, service: netra-backend-staging}
            window: {since: 30m}
            checks:
              - {id: long, type: log-pattern, literal: %s, expect: present}
            """
                .formatted(text));
    String line = Scenes.line("PT30S", "INFO", text).toString();
    try (Sandbox sandbox = Sandbox.start(Scenes.withLine(line), Clock.systemUTC())) {
      JsonNode record = validate(sandbox, file.toString());
      List<String> commands =
          stream(record.at("/checks/0/reproduce")).map(JsonNode::asText).toList();
      assertThat(commands).hasSize(2);
      assertThat(new Shells(folder, gcloud(sandbox)).run(commands).values())
          .flatExtracting(
              printed -> List.copyOf(stream(new JsonMapper().readTree(printed)).toList()))
          .hasSize(1);
    }
  }

  private List<String> everyCommandShowsTheSame(Sandbox sandbox, JsonNode record) throws Exception {
    Map<String, JsonNode> requests = looks(record, command -> command.contains("curl "));
    Map<String, JsonNode> reads = looks(record, ReproduceTest::reads);
    Map<String, JsonNode> answerers = looks(record, ReproduceTest::looksForAnswerers);
    Map<String, JsonNode> searches = searches(record, reads);
    List<String> commands =
        Stream.of(requests, reads, answerers, searches)
            .flatMap(each -> each.keySet().stream())
            .toList();
    Map<String, String> printed = new Shells(folder, gcloud(sandbox)).run(commands);
    for (Map.Entry<String, JsonNode> read : reads.entrySet()) {
      sameRead(read.getKey(), printed.get(read.getKey()), read.getValue());
    }
    for (Map.Entry<String, JsonNode> search : searches.entrySet()) {
      sameHits(search.getKey(), printed.get(search.getKey()), search.getValue());
    }
    answerers.forEach((command, look) -> sameAnswerers(printed.get(command), look));
    requests.forEach((command, look) -> sameAnswer(printed.get(command), look));
    return commands;
  }

  private static boolean reads(String command) {
    return command.startsWith(READ) && !looksForAnswerers(command);
  }

  private static boolean looksForAnswerers(String command) {
    return command.startsWith(READ) && command.contains(" AND trace=");
  }

  /** A line for each request that a revision answered. */
  private static void sameAnswerers(String printed, JsonNode look) {
    stream(look.at("/data/traced"))
        .flatMap(traced -> stream(traced.at("/by")))
        .collect(
            groupingBy(
                by -> by.at("/revision").asText(), summingInt(by -> by.at("/count").asInt())))
        .forEach(
            (revision, count) ->
                assertThat(printed.lines().filter(line -> line.contains(revision))).hasSize(count));
  }

  /** The whole read; of a read that one search alone asked for, its hits. */
  private static void sameRead(String command, String printed, JsonNode read) throws IOException {
    if (command.contains(" AND (textPayload=~")) {
      sameHits(command, printed, read.at("/data/hits/0"));
    } else {
      assertThat(new JsonMapper().readTree(printed)).as(command).hasSize(entries(command, read));
    }
  }

  /** Of the whole read, or of the one that went on where that stopped. */
  private static int entries(String command, JsonNode read) {
    return stream(read.at("/data/narrowed"))
        .filter(rest -> command.contains(rest.at("/filter").asText()))
        .findFirst()
        .map(rest -> rest.at("/entries").asInt())
        .orElseGet(() -> read.at("/data/entries").asInt());
  }

  private static void sameHits(String command, String printed, JsonNode hits) throws IOException {
    JsonNode entries = new JsonMapper().readTree(printed);
    assertThat(entries).as(command).hasSize(hits.at("/count").asInt());
    List<String> first = times(hits.at("/first"), "/at");
    assertThat(times(entries, "/timestamp").subList(0, first.size())).isEqualTo(first);
  }

  private static List<String> times(JsonNode lines, String where) {
    return stream(lines).map(line -> line.at(where).asText()).toList();
  }

  /** The looks that were answered, by the command that repeats each. */
  private static Map<String, JsonNode> looks(JsonNode record, Predicate<String> wanted) {
    Map<String, JsonNode> looks = new LinkedHashMap<>();
    stream(record.at("/evidence"))
        .filter(look -> !look.at("/data").isEmpty())
        .forEach(
            look ->
                stream(look.at("/reproduce"))
                    .map(JsonNode::asText)
                    .filter(wanted)
                    .forEach(command -> looks.put(command, look)));
    return looks;
  }

  /** The hits that checks found, by the command that searches for them. */
  private static Map<String, JsonNode> searches(JsonNode record, Map<String, JsonNode> reads) {
    Map<String, JsonNode> searches = new LinkedHashMap<>();
    for (JsonNode check : record.at("/checks")) {
      stream(check.at("/reproduce"))
          .map(JsonNode::asText)
          .filter(command -> reads(command) && !reads.containsKey(command))
          .forEach(command -> searches.put(command, hits(check, read(command, reads))));
    }
    return searches;
  }

  /** The read that a search narrows: its filter begins with the read's. */
  private static JsonNode read(String search, Map<String, JsonNode> reads) {
    return reads.entrySet().stream()
        .filter(read -> search.startsWith(beforeLastQuote(read.getKey()) + " AND "))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("narrows no read: " + search));
  }

  private static String beforeLastQuote(String command) {
    return command.substring(0, command.lastIndexOf('\''));
  }

  private static JsonNode hits(JsonNode check, JsonNode read) {
    String pattern = check.at("/settings/literal").asText(check.at("/settings/regex").asText());
    String atLeast = check.at("/settings/atLeast").asText();
    return stream(read.at("/data/hits"))
        .filter(hits -> hits.at("/matcher/pattern").asText().equals(pattern))
        .filter(hits -> hits.at("/matcher/atLeast").asText().equals(atLeast))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no hits of " + check));
  }

  private static void sameAnswer(String printed, JsonNode look) {
    if (look.at("/kind").asText().equals("grpc-health")) {
      sameHealth(printed, look);
      return;
    }
    boolean socket = look.at("/kind").asText().equals("websocket");
    JsonNode answer = look.at(socket ? "/data/sessions/0/handshake" : "/data/samples/0");
    String head = printed.substring(0, printed.indexOf("\r\n\r\n"));
    assertThat(head).startsWith("HTTP/1.1 " + answer.at("/status").asText());
    assertThat(printed.substring(head.length() + 4))
        .isEqualTo(answer.at(socket ? "/refusal" : "/body").asText());
  }

  /** As {@code cat -v} shows it: the frame's head, and field 1 of the message. */
  private static void sameHealth(String printed, JsonNode look) {
    assertThat(look.at("/data/answers/0/status").asText()).isEqualTo("SERVING");
    assertThat(printed)
        .startsWith("HTTP/2 200 ^M\n")
        .contains("^@^@^@^@^B^H^A")
        .contains("grpc-status: 0");
  }

  private static Map<String, String> gcloud(Sandbox sandbox) {
    Map<String, String> environment = new LinkedHashMap<>(sandbox.gcloudEnvironment());
    environment.put("CLOUDSDK_CONFIG", config.toString());
    return environment;
  }

  private static JsonNode validate(Sandbox sandbox, String file) throws IOException {
    Cli run = Cli.run(Cli.environment(sandbox), "validate", "-c", file, "-q", "-o", "json=-");
    assertThat(run.out()).as(run.err()).startsWith("{");
    return new JsonMapper().readTree(run.out());
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}
