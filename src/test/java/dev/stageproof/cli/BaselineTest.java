package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class BaselineTest {
  @Test
  void scratch() throws Exception {
    JsonNode json =
        new JsonMapper()
            .readTree(
                Files.readString(
                    Path.of("src/main/resources/dev/stageproof/sandbox/issue-889.json")));
    ((ArrayNode) json.at("/traffic"))
        .addObject()
        .put("revision", "netra-backend-staging-00640-wob")
        .put("percent", 0)
        .put("tag", "before");
    try (Sandbox sandbox = Sandbox.start(Scenario.parse(json.toString()), Clock.systemUTC())) {
      Cli run =
          Cli.run(
              Cli.environment(sandbox),
              "validate",
              "-v",
              "-c",
              "config/examples/issue-889.yaml",
              "--baseline",
              "previous",
              "--overwrite",
              "-o",
              "json=/tmp/bl/r.json",
              "-o",
              "markdown=/tmp/bl/r.md");
      Files.writeString(Path.of("/tmp/bl/err"), run.err());
      assertThat(run.code()).isEqualTo(1);
    }
  }
}
