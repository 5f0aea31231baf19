package dev.stageproof.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.testing.Tools;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything in Markdown that is committed passes markdownlint. */
class MarkdownLintTest {

  /** Tables have long lines, and the README explains HTML-free Markdown in HTML-free Markdown. */
  private static final String RULES = "{\"config\": {\"MD013\": false, \"MD033\": false}}";

  @TempDir private Path folder;

  @Test
  void committedMarkdownIsClean() throws Exception {
    Tools.require("markdownlint-cli2");
    Path rules = Files.writeString(folder.resolve(".markdownlint-cli2.jsonc"), RULES);
    Path output = folder.resolve("output.txt");
    List<String> command =
        List.of(
            "markdownlint-cli2",
            "--config",
            rules.toString(),
            "README.md",
            "config/**/*.md",
            "reports/samples/*.md",
            "src/test/resources/goldens/*.md");
    Process lint =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    assertThat(lint.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(lint.exitValue()).as(Files.readString(output, StandardCharsets.UTF_8)).isZero();
  }
}
