package dev.stageproof.formats.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.report.SampleRuns;
import dev.stageproof.spi.MarkStyle;
import dev.stageproof.spi.RenderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesTest {
  @TempDir Path folder;

  @Test
  void templateOfTheUsersGoesBeforeTheBuiltInOneOfItsName() throws IOException {
    template("markdown/sections/footer.ftl", "Made for <b>${report.environment}</b>");

    assertThat(render()).startsWith("# Issue #889 ").endsWith("\nMade for <b>netra-staging</b>");
  }

  @Test
  void interpolationOfTheUsersTemplateIsEscapedToo() throws IOException {
    template("markdown/report.md.ftl", "${'<b> | # x'} ${code('a`b')} ${1234567}");

    assertThat(render()).isEqualTo("&lt;b> \\| # x ``a`b`` 1234567");
  }

  @Test
  void missingValueNamesTemplateAndLine() throws IOException {
    template("markdown/sections/footer.ftl", "a\n${report.nosuch}");

    assertThatThrownBy(this::render)
        .isInstanceOf(IOException.class)
        .hasMessage(
            "template markdown/sections/footer.ftl:2:3: The following has evaluated to null or"
                + " missing: ==> report.nosuch");
  }

  @Test
  void syntaxErrorNamesTemplateAndLine() throws IOException {
    template("markdown/report.md.ftl", "x\n<#if true>");

    assertThatThrownBy(this::render)
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("template markdown/report.md.ftl:2:10: ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void wrongUseOfAFunctionNamesIt() throws IOException {
    template("markdown/report.md.ftl", "${fenced('text')}");

    assertThatThrownBy(this::render)
        .isInstanceOf(IOException.class)
        .hasMessage("template markdown/report.md.ftl:1:1: fenced() needs 2 value(s)");
  }

  @Test
  void templateCanNotReadOutsideItsFolder() throws IOException {
    Path own = Files.createDirectory(folder.resolve("own"));
    Files.writeString(folder.resolve("secret.ftl"), "secret");
    Path markdown = Files.createDirectories(own.resolve("markdown"));
    Files.writeString(markdown.resolve("report.md.ftl"), "<#include '../../secret.ftl'>");

    assertThatThrownBy(() -> render(own)).isInstanceOf(IOException.class);
  }

  @Test
  void symbolicLinkOutOfTheFolderIsRefused() throws IOException {
    Path own = Files.createDirectories(folder.resolve("own/markdown"));
    Path secret = Files.writeString(folder.resolve("secret.ftl"), "secret");
    Files.createSymbolicLink(own.resolve("report.md.ftl"), secret);

    assertThatThrownBy(() -> render(folder.resolve("own"))).isInstanceOf(IOException.class);
  }

  @Test
  void templateCanNotMakeObjects() throws IOException {
    template("markdown/report.md.ftl", "${'freemarker.template.utility.Execute'?new()('id')}");

    assertThatThrownBy(this::render)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not allowed");
  }

  @Test
  void missingFolderIsSaid() {
    assertThatThrownBy(() -> render(folder.resolve("nowhere")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nowhere");
  }

  private void template(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String render() throws IOException {
    return render(folder);
  }

  private static String render(Path templates) throws IOException {
    StringBuilder out = new StringBuilder();
    new MarkdownFormat()
        .render(
            SampleRuns.unhealthy(),
            new RenderOptions(Optional.of(templates), MarkStyle.EMOJI),
            out);
    return out.toString();
  }
}
