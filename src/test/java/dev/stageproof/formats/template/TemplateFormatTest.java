package dev.stageproof.formats.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.model.RunRecord;
import dev.stageproof.report.SampleRuns;
import dev.stageproof.shape.Rewrite;
import dev.stageproof.spi.RenderOptions;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateFormatTest {
  @TempDir Path folder;

  @Test
  void templateSeesTheView() throws IOException {
    String template =
        "${report.banner.verdict} ${report.reportId}\n"
            + "<#list report.sections as section>${section.heading}\n</#list>";

    assertThat(render("own.txt", template))
        .startsWith("FAIL staging-validation-889-20250915-1226\nExecutive Summary\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "a.html => &lt;b&gt; | &amp;",
        "a.html.ftl => &lt;b&gt; | &amp;",
        "a.xml => &lt;b&gt; | &amp;",
        "a.md.ftl => &lt;b> \\| &",
        "a.txt => <b> | &"
      })
  void endingTellsHowTextIsEscaped(String name, String escaped) throws IOException {
    RunRecord hostile =
        Rewrite.strings(
            SampleRuns.healthy(), (key, text) -> key.equals("reportId") ? "<b> | &" : text);

    assertThat(render(bound(name, "${report.reportId}"), hostile)).isEqualTo(escaped);
    assertThat(bound(name, "x").extension()).isEqualTo(name.replace(".ftl", "").substring(2));
  }

  @Test
  void markdownTemplateHasTheFunctionsAndTheBuiltInTemplates() throws IOException {
    assertThat(render("a.md", "${code('x`y')}\n<#include '/markdown/sections/footer.ftl'>"))
        .startsWith("``x`y``\n---\n\nRepeat the run:");
  }

  @Test
  void pageOfTheUsersHasTheMacros() throws IOException {
    assertThat(render("a.html", "<#include '/html/macros.ftl'><@ref link=report.contents[0]/>"))
        .endsWith("<a href=\"#executive-summary\">Executive Summary</a>");
  }

  @Test
  void endingThatTellsNothingIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("a.htm"), "x");

    assertThatThrownBy(() -> new TemplateFormat().with(file.toString()))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "template "
                + file
                + ": its ending does not tell how to escape, is it .html?; it may be .html, .md,"
                + " .txt, .xml, with or without .ftl behind");
  }

  @Test
  void missingFileIsSaidBeforeTheRun() {
    String file = folder.resolve("none.txt").toString();

    assertThatThrownBy(() -> new TemplateFormat().with(file))
        .isInstanceOf(IOException.class)
        .hasMessage("template " + file + ": there is no such file");
  }

  @Test
  void syntaxErrorIsSaidBeforeTheRunWithItsPlace() {
    assertThatThrownBy(() -> bound("a.txt", "x\n<#lost report as x>"))
        .isInstanceOf(IOException.class)
        .hasMessage("template " + folder.resolve("a.txt") + ":2:2: Unknown directive: #lost.");
  }

  @Test
  void missingValueIsSaidWithItsPlace() {
    assertThatThrownBy(() -> render("a.txt", "x\n  ${report.nosuch}"))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "template "
                + folder.resolve("a.txt")
                + ":2:5: The following has evaluated to null or missing: ==> report.nosuch");
  }

  /** Nothing but the view and our own templates, and no code. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "<#include 'secret.txt'> => Template not found for name \"secret.txt\".",
        "<#include '../secret.txt'> => Backing out from the template root directory is not allowed.",
        "<#include '/etc/passwd'> => Template not found for name \"/etc/passwd\".",
        "${'freemarker.template.utility.Execute'?new()('id')} => not allowed",
        "${report?api.class} => api",
        "${report.class.classLoader} => report.class"
      })
  void templateReadsNoFileAndNoClass(String template, String message) throws IOException {
    Files.writeString(folder.resolve("secret.txt"), "secret");

    assertThatThrownBy(() -> render("a.txt", template))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("template " + folder.resolve("a.txt") + ":1:")
        .hasMessageContaining(message)
        .hasMessageNotContaining("\n");
  }

  private String render(String name, String template) throws IOException {
    return render(bound(name, template), SampleRuns.unhealthy());
  }

  private static String render(ReportFormat format, RunRecord run) throws IOException {
    StringBuilder out = new StringBuilder();
    format.render(run, RenderOptions.standard(), out);
    return out.toString();
  }

  private ReportFormat bound(String name, String template) throws IOException {
    Path file = Files.writeString(folder.resolve(name), template);
    return new TemplateFormat().with(file.toString());
  }
}
