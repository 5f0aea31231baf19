package dev.stageproof.formats.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.report.SampleRuns;
import dev.stageproof.spi.MarkStyle;
import dev.stageproof.spi.RenderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlTemplatesTest {
  private static final Path TEMPLATES = Path.of("templates");

  @TempDir Path folder;

  @Test
  void templateOfTheUsersGoesBeforeTheBuiltInOneOfItsName() throws IOException {
    template("html/sections/footer.ftl", "<p>Made for <b>${report.environment}</b>${'<i>'}</p>");

    assertThat(render())
        .contains("<title>FAIL: Issue #889 Staging Deployment Validation Report</title>")
        .endsWith(
            """
            <footer>
            <p>Made for <b>netra-staging</b>&lt;i&gt;</p></footer>
            </body>
            </html>
            """);
  }

  @Test
  void styleOfTheUsersIsTakenAsItIs() throws IOException {
    template("html/style.css", "b { content: '${x}<#if>'; }\n");

    assertThat(render()).contains("<style>\nb { content: '${x}<#if>'; }\n</style>");
  }

  @Test
  void nothingIsWrittenOfAReportThatFailsAtItsEnd() throws IOException {
    template("html/sections/footer.ftl", "${report.nosuch}");
    StringBuilder out = new StringBuilder();

    assertThatThrownBy(() -> render(out))
        .hasMessageStartingWith("template html/sections/footer.ftl:1:3: ");
    assertThat(out).isEmpty();
  }

  @Test
  void sectionsHaveTheNamesOfMarkdowns() throws IOException {
    Set<String> more = names("html");
    more.removeAll(names("markdown"));

    assertThat(names("html")).containsAll(names("markdown"));
    assertThat(more).containsExactly("chart.ftl");
  }

  private static Set<String> names(String format) throws IOException {
    try (Stream<Path> files = Files.list(TEMPLATES.resolve(format).resolve("sections"))) {
      return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
    }
  }

  private void template(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String render() throws IOException {
    StringBuilder out = new StringBuilder();
    render(out);
    return out.toString();
  }

  private void render(StringBuilder out) throws IOException {
    RenderOptions own = new RenderOptions(Optional.of(folder), MarkStyle.EMOJI);
    new HtmlFormat().render(SampleRuns.unhealthy(), own, out);
  }
}
