package dev.stageproof.refdoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.formats.markdown.MarkdownTemplating;
import dev.stageproof.formats.template.TemplateFormat;
import dev.stageproof.refdoc.TemplateFiles.Macro;
import dev.stageproof.refdoc.TemplateFiles.Named;
import dev.stageproof.report.ReportView;
import dev.stageproof.report.SampleRuns;
import dev.stageproof.spi.RenderOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplatesPageTest {
  private static final Pattern CODE = Pattern.compile("\\$\\{[^}]*}|<[#@][^>]*>");
  private static final Pattern FILE_NAME = Pattern.compile("\"[^\"$]*\\.(?:ftl|css)\"");
  private static final Pattern ASKED = Pattern.compile("\\.(\\w+)");

  @TempDir private Path folder;

  @Test
  void exampleOfThePageIsATemplate() throws IOException {
    String page = TemplatesPage.text();
    int begin = page.indexOf("${report.title}");
    String example = page.substring(begin, page.indexOf("\n```", begin));
    Path file = write("short.txt.ftl", example);
    StringBuilder out = new StringBuilder();

    new TemplateFormat()
        .with(file.toString())
        .render(SampleRuns.unhealthy(), RenderOptions.standard(), out);

    assertThat(out).startsWith("Issue #889 ").contains(": FAIL. ", "\n- Executive Summary\n");
  }

  /** A condition on what is not there is just never true: no report would show the mistake. */
  @Test
  void builtInTemplatesAskForWhatIsDescribedOnly() throws IOException {
    Set<String> described = described();

    assertThat(undescribed("<#if report.titel??>${report.banner.verdict}</#if> a.b", described))
        .containsExactly("titel");
    for (Path template : templates()) {
      assertThat(undescribed(Files.readString(template), described)).as("%s", template).isEmpty();
    }
  }

  private static Set<String> described() throws IOException {
    try (Stream<Path> report = Files.list(Path.of("src/main/java/dev/stageproof/report"))) {
      return ViewModel.of(ReportView.class, Sources.of(report.toList())).entries().stream()
          .flatMap(entry -> entry.parts().stream())
          .map(ViewModel.Part::name)
          .collect(Collectors.toSet());
    }
  }

  private static List<Path> templates() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("templates"))) {
      return files.filter(file -> file.toString().endsWith(".ftl")).toList();
    }
  }

  private static List<String> undescribed(String template, Set<String> described) {
    List<String> names = new ArrayList<>();
    CODE.matcher(FILE_NAME.matcher(template).replaceAll(""))
        .results()
        .flatMap(code -> ASKED.matcher(code.group()).results())
        .map(asked -> asked.group(1))
        .filter(name -> !described.contains(name))
        .forEach(names::add);
    return names;
  }

  @Test
  void templatesSayWhatTheyShow() throws IOException {
    write("a/x.ftl", "<#-- Shows\n  x. -->\nx");
    write("b/x.ftl", "<#-- Shows x. -->\ny");
    write("b/part/y.css", "y");

    assertThat(new TemplateFiles(folder).all())
        .containsExactly(
            new Named("x.ftl", List.of("a", "b"), Optional.of("Shows x.")),
            new Named("part/y.css", List.of("b"), Optional.empty()));

    write("b/x.ftl", "<#-- Shows y. -->\ny");
    assertThatThrownBy(() -> new TemplateFiles(folder).all())
        .hasMessage("x.ftl begins with different comments in [a] and [b]");
  }

  @Test
  void macrosSayWhatTheyWrite() throws IOException {
    String told =
        "<#-- Macros. -->\n<#-- One. -->\n<#macro one a b><#if a>x</#if></#macro>\n"
            + "<#-- Two. -->\n<#macro two>\n<#nested>\n</#macro>\n";
    write("told.ftl", told);
    write("untold.ftl", told + "<#macro three></#macro>");

    assertThat(new TemplateFiles(folder).macros("told.ftl"))
        .containsExactly(
            new Macro("<@one a=… b=… />", "One."), new Macro("<@two>…</@two>", "Two."));
    assertThatThrownBy(() -> new TemplateFiles(folder).macros("untold.ftl"))
        .hasMessage("untold.ftl: a macro has no comment right before it");
  }

  @Test
  void functionsThatAreNotToldAreReported() {
    assertThatThrownBy(
            () ->
                TemplateCalls.listed(
                    "Calls: `code(text)`: a span; `fenced(text)`: a block",
                    MarkdownTemplating.FUNCTIONS))
        .hasMessage(
            "the comment lists [code of 1, fenced of 1], but there are [code of 1, cellCode of 1,"
                + " fenced of 2, ref of 1, page of 2]");
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
