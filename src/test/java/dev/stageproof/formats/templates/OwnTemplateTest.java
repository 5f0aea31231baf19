package dev.stageproof.formats.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.formats.templates.OwnTemplate.Limits;
import dev.stageproof.report.SampleRuns;
import dev.stageproof.spi.RenderOptions;
import freemarker.core.PlainTextOutputFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A template that would not end, or would take all memory, becomes an error with its name. */
class OwnTemplateTest {
  @TempDir Path folder;

  @Test
  void writingWithoutEndIsEnded() {
    assertThatThrownBy(() -> render("<#list 1.. as i>text</#list>", 1_000, 30_000))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "template "
                + folder.resolve("a.txt")
                + ": it writes more than 1000 characters; look for its loops");
  }

  /** It works on for a second or two: as long as nobody waits for it, that is no matter. */
  @Test
  void workingWithoutEndIsEnded() throws IOException {
    assertThatThrownBy(() -> render("<#list 1..20000000 as i></#list>", 1_000, 100))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "template "
                + folder.resolve("a.txt")
                + ": it did not end within 100 ms; look for its loops");
  }

  @Test
  void macroThatCallsItselfIsEnded() {
    assertThatThrownBy(() -> render("<#macro m><@m/></#macro><@m/>", 1_000, 30_000))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("template " + folder.resolve("a.txt"))
        .hasMessageContaining("look for macros that call themselves");
  }

  @Test
  void largeTemplateIsRefused() {
    assertThatThrownBy(() -> render("x".repeat(1024 * 1024 + 1), 1_000, 30_000))
        .isInstanceOf(IOException.class)
        .hasMessage("template " + folder.resolve("a.txt") + ": it is larger than 1 MiB");
  }

  @Test
  void nothingIsWrittenWhenTheEndIsWrong() {
    StringBuilder out = new StringBuilder();

    assertThatThrownBy(
            () ->
                template("begun ${nosuch}", 1_000, 30_000)
                    .render(SampleRuns.empty(), RenderOptions.standard(), out))
        .isInstanceOf(IOException.class);
    assertThat(out).isEmpty();
  }

  private void render(String text, int characters, int millis) throws IOException {
    template(text, characters, millis)
        .render(SampleRuns.empty(), RenderOptions.standard(), new StringBuilder());
  }

  private OwnTemplate template(String text, int characters, int millis) throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), text);
    Limits limits =
        new Limits(Limits.USUAL.bytes(), new Bounds(characters, Duration.ofMillis(millis)));
    return OwnTemplate.read(file, PlainTextOutputFormat.INSTANCE, List.of(), limits);
  }
}
