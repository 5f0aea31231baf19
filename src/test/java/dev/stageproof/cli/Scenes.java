package dev.stageproof.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.stageproof.sandbox.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Scenarios that only tests need, made from issue-965. */
final class Scenes {
  private static final Path BASE =
      Path.of("src/main/resources/dev/stageproof/sandbox/issue-965.json");

  private Scenes() {}

  /** One more log line of the newest revision; {@code line} is its JSON in a scenario file. */
  static Scenario withLine(String line) throws IOException {
    JsonNode scenario = base();
    logs(scenario).add(new JsonMapper().readTree(line));
    return Scenario.parse(scenario.toString());
  }

  /** A newest revision that has logged nothing, and has served nobody. */
  static Scenario silent() throws IOException {
    JsonNode scenario = base();
    logs(scenario).removeAll();
    ((ArrayNode) scenario.at("/revisions/0/requests")).removeAll();
    return Scenario.parse(scenario.toString());
  }

  /** The JSON of a log line on standard output. */
  static ObjectNode line(String after, String severity, String text) {
    return new JsonMapper()
        .createObjectNode()
        .put("after", after)
        .put("log", "run.googleapis.com/stdout")
        .put("severity", severity)
        .put("text", text);
  }

  private static ArrayNode logs(JsonNode scenario) {
    return (ArrayNode) scenario.at("/revisions/0/logs");
  }

  private static JsonNode base() throws IOException {
    return new JsonMapper().readTree(Files.readString(BASE));
  }
}
