package dev.stageproof.formats.templates;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.formats.markdown.MarkdownTemplating;
import dev.stageproof.report.SampleRuns;
import dev.stageproof.spi.MarkStyle;
import dev.stageproof.spi.RenderOptions;
import freemarker.core.CommonMarkupOutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of a user's that would not end, ends with an error that names its folder. */
class BoundsTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir Path folder;

  @Test
  void anOverridingPartThatWritesWithoutEndIsEnded() {
    assertThatThrownBy(() -> render("<#list 1.. as i>text</#list>", new Bounds(50_000, MINUTE)))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "template of " + folder + ": it writes more than 50000 characters; look for its loops");
  }

  @Test
  void anOverridingPartThatWorksWithoutEndIsEnded() {
    Bounds bounds = new Bounds(50_000, Duration.ofMillis(100));

    assertThatThrownBy(() -> render("<#list 1..20000000 as i></#list>", bounds))
        .isInstanceOf(IOException.class)
        .hasMessage("template of " + folder + ": it did not end within 100 ms; look for its loops");
  }

  @Test
  void whatIsWrongInItIsToldWithItsPlace() {
    assertThatThrownBy(() -> render("${nosuch}", new Bounds(50_000, MINUTE)))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("template markdown/sections/footer.ftl:1:3: ");
  }

  private void render(String footer, Bounds bounds) throws IOException {
    Path file = folder.resolve("markdown/sections/footer.ftl");
    Files.createDirectories(file.getParent());
    Files.writeString(file, footer);
    var format = (CommonMarkupOutputFormat<?>) MarkdownTemplating.ESCAPING;
    new Templates(format, MarkdownTemplating.FUNCTIONS, bounds)
        .render(
            "markdown/report.md.ftl",
            SampleRuns.empty(),
            new RenderOptions(Optional.of(folder), MarkStyle.EMOJI),
            new StringBuilder());
  }
}
