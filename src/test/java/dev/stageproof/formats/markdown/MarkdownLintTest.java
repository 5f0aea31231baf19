package dev.stageproof.formats.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.stageproof.report.Goldens;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports pass markdownlint with its default rules; runs where the tool is installed. */
class MarkdownLintTest {
  private static final String TOOL = "markdownlint-cli2";

  @TempDir Path folder;

  @Test
  void reportsPassTheDefaultRules() throws IOException, InterruptedException {
    Optional<Path> tool = installed();
    assumeTrue(tool.isPresent(), TOOL + " is not on the PATH (npm install -g " + TOOL + ")");
    for (Goldens.Scenario scenario : Goldens.Scenario.values()) {
      Files.writeString(
          folder.resolve(scenario + ".md"), Goldens.render(new MarkdownFormat(), scenario.run()));
    }
    Path output = folder.resolve("output.txt");
    Process lint =
        new ProcessBuilder(List.of(tool.orElseThrow().toString(), "*.md"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(lint.waitFor(60, TimeUnit.SECONDS)).as("markdownlint ended").isTrue();
    assertThat(lint.exitValue()).as(Files.readString(output)).isZero();
  }

  private static Optional<Path> installed() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .map(entry -> Path.of(entry, TOOL))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
