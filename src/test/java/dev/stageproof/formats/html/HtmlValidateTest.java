package dev.stageproof.formats.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stageproof.report.Goldens;
import dev.stageproof.testing.Tools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages pass html-validate's recommended rules; ids may be what HTML allows. */
class HtmlValidateTest {
  private static final String TOOL = "html-validate";
  private static final String RULES =
      """
      {"root": true, "extends": ["html-validate:recommended"],
       "rules": {"valid-id": ["error", {"relaxed": true}]}}
      """;

  @TempDir Path folder;

  @Test
  void pagesPassTheRecommendedRulesAndABrokenOneDoesNot() throws Exception {
    Tools.require(TOOL);
    Files.writeString(folder.resolve(".htmlvalidate.json"), RULES);
    for (Goldens.Scenario scenario : Goldens.Scenario.values()) {
      String page = Goldens.render(new HtmlFormat(), scenario.run());
      Files.writeString(folder.resolve(scenario + ".html"), page);
    }
    Files.writeString(
        folder.resolve("BROKEN.html"),
        Files.readString(folder.resolve("EMPTY.html")).replace("</main>", "<p></main>"));

    assertThat(messages()).containsExactly("BROKEN.html: no-implicit-close");
  }

  private List<String> messages() throws IOException, InterruptedException {
    Path output = folder.resolve("output.json");
    Process tool =
        new ProcessBuilder(TOOL, "--formatter=json", "--ext=html", ".")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(tool.waitFor(60, TimeUnit.SECONDS)).as("html-validate ended").isTrue();
    List<String> messages = new ArrayList<>();
    for (JsonNode file : new ObjectMapper().readTree(Files.readString(output))) {
      String name = Path.of(file.get("filePath").asText()).getFileName().toString();
      file.get("messages").forEach(it -> messages.add(name + ": " + it.get("ruleId").asText()));
    }
    return messages;
  }
}
