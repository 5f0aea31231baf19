package dev.stageproof.refdoc;

import dev.stageproof.formats.html.HtmlFormat;
import dev.stageproof.formats.markdown.MarkdownTemplating;
import dev.stageproof.formats.template.TemplateFormat;
import dev.stageproof.formats.templates.OwnTemplate;
import dev.stageproof.formats.templates.OwnTemplate.Limits;
import dev.stageproof.formats.templates.Templates;
import dev.stageproof.model.Unit;
import dev.stageproof.report.Figures;
import dev.stageproof.report.ReportView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The reference page for authors of templates. What it says of records, functions, macros and files
 * stands there, in their comments. Comments are not there at run time, and the product does not
 * need them: so the page is made from the sources, by the tests.
 */
public final class TemplatesPage {
  private static final Path CODE = Path.of("src/main/java/dev/stageproof");
  private static final String FUNCTIONS = "dev.stageproof.formats.markdown.MarkdownFunctions";

  private final MarkdownPage page = new MarkdownPage("Templates");
  private final TemplateFiles files = new TemplateFiles(Path.of("templates"));
  private final Sources sources = Sources.of(javaFiles());
  private final ViewModel view = ViewModel.of(ReportView.class, sources);

  private TemplatesPage() throws IOException {}

  private static List<Path> javaFiles() throws IOException {
    try (Stream<Path> report = Files.list(CODE.resolve("report"))) {
      Stream<Path> formats =
          Stream.of(
                  "markdown/MarkdownFunctions.java",
                  "html/HtmlFormat.java",
                  "template/TemplateFormat.java",
                  "templates/OwnTemplate.java")
              .map(CODE.resolve("formats")::resolve);
      return Stream.concat(report, formats).toList();
    }
  }

  /** The page, with one line feed at its end. */
  public static String text() throws IOException {
    TemplatesPage made = new TemplatesPage();
    made.overriding();
    made.ownReport();
    made.calls();
    made.model();
    return made.page.text();
  }

  private void overriding() throws IOException {
    page.paragraph(
        "The reports `markdown` and `html` are written by FreeMarker templates"
            + " (https://freemarker.apache.org/docs/), which see one view of the run. Change a part"
            + " of these reports, or write a report of your own from the same view.");
    page.heading("Change a part: `--templates DIR`");
    page.paragraph(
        "A file in your folder goes before the built-in one of the same name; all others stay built"
            + " in. Nothing is read from outside of the folder. A report that a folder of yours has a part in"
            + " may have "
            + Figures.count(Templates.USUAL.characters())
            + " characters, and take "
            + Figures.duration(Templates.USUAL.time())
            + ". For example, a footer for Markdown and a style sheet for HTML:");
    page.code("text", "own/markdown/sections/footer.ftl\nown/html/style.css");
    page.code(
        "shell", "stageproof validate --templates own -o markdown=report.md -o html=report.html");
    page.paragraph(
        "Each built-in file is in the folder of its format. A section's template shows `section`,"
            + " which is a record of the section's own.");
    List<List<String>> rows = files.all().stream().map(this::row).toList();
    page.table(List.of("File", "Folder", "What it shows"), rows);
  }

  private List<String> row(TemplateFiles.Named file) {
    String folders =
        file.formats().stream().map(MarkdownPage::code).collect(Collectors.joining(", "));
    return List.of(MarkdownPage.code(file.name()), folders, linked(shows(file)));
  }

  private String shows(TemplateFiles.Named file) {
    if (file.name().endsWith(".css")) {
      return "The style sheet. It is taken as it is; nothing in it is interpolated.";
    }
    return view.entries().stream()
        .filter(
            it ->
                it.template().map(name -> "sections/" + name + ".ftl").stream()
                    .anyMatch(file.name()::equals))
        .map(it -> "`" + it.name() + "`: " + ViewModel.firstSentence(it.meaning()))
        .findFirst()
        .or(() -> file.comment().map(ViewModel::firstSentence))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    file.name() + " does not say what it shows; begin it with a comment"));
  }

  private void ownReport() {
    page.heading("Write a report of your own: `-o template:FILE=PATH`");
    page.paragraph(new TemplateFormat().description());
    page.paragraph("For example, `short.txt.ftl`:");
    page.code(
        "text",
        """
        ${report.title}: ${report.banner.verdict}. ${report.banner.because}
        <#list report.sections as section>
        - ${section.heading}
        </#list>
        """);
    page.code("shell", "stageproof validate -o template:short.txt.ftl=short.txt");
    page.paragraph(of(TemplateFormat.class));
    page.paragraph(of(OwnTemplate.class));
    Limits limits = Limits.USUAL;
    page.paragraph(
        "Its file may have "
            + Figures.measured(limits.bytes(), Unit.BYTES)
            + "; it may write "
            + Figures.count(limits.bounds().characters())
            + " characters, and take "
            + Figures.duration(limits.bounds().time())
            + ". When something is wrong, the message names file, line and column, and nothing is"
            + " written.");
  }

  private String of(Class<?> type) {
    return sources.of(type).orElseThrow();
  }

  private void calls() throws IOException {
    page.heading("What templates can call");
    page.paragraph(
        "Every `${…}` is escaped as its format needs it. What these write is not escaped again."
            + " Functions of Markdown: in the templates of `markdown`, and in your own with the"
            + " ending `.md`.");
    String comment = sources.of(FUNCTIONS).orElseThrow();
    functions(TemplateCalls.listed(comment, MarkdownTemplating.FUNCTIONS));
    page.paragraph("Functions of HTML: in the templates of `html`.");
    String method = HtmlFormat.class.getName() + ".functions";
    functions(TemplateCalls.listed(sources.of(method).orElseThrow()));
    page.paragraph(
        "Macros of HTML: in the templates of `html`, and in your own with the ending `.html` after"
            + " `<#include \"/html/macros.ftl\">`.");
    page.table(
        List.of("Macro", "What it writes"),
        files.macros("html/macros.ftl").stream()
            .map(macro -> List.of(MarkdownPage.code(macro.call()), linked(macro.comment())))
            .toList());
  }

  private void functions(List<TemplateCalls.Call> calls) {
    page.table(
        List.of("Function", "What it writes"),
        calls.stream()
            .map(
                it ->
                    List.of(MarkdownPage.code(it.call()), linked(ViewModel.sentence(it.meaning()))))
            .toList());
  }

  private void model() {
    page.heading("What templates see");
    page.paragraph(
        "`report` is the first record below; the others are found in it. Texts are for people:"
            + " amounts, times and lengths of time are formatted. Where a meaning says empty,"
            + " ask `<#if x??>` of what may be absent, and `<#if x?has_content>` of a text or a list."
            + " A mark is an emoji, or a few letters with `--marks ascii`.");
    view.entries().forEach(this::record);
  }

  private void record(ViewModel.Entry entry) {
    page.heading(entry.name());
    page.paragraph(entry.meaning());
    page.table(
        List.of("Name", "Type", "Meaning"),
        entry.parts().stream()
            .map(
                it ->
                    List.of(MarkdownPage.code(it.name()), linked(it.type()), linked(it.meaning())))
            .toList());
    if (!entry.kinds().isEmpty()) {
      page.table(
          List.of("One of"),
          entry.kinds().stream().map(it -> List.of(linked("`" + it + "`"))).toList());
    }
  }

  /** Prose in which each record's name is a link to where the record stands on the page. */
  private String linked(String prose) {
    Matcher named = ViewModel.NAMED.matcher(MarkdownPage.escaped(prose));
    return named.replaceAll(it -> Matcher.quoteReplacement(link(it.group(), it.group(1))));
  }

  /** The host makes a heading's fragment of its letters alone. */
  private String link(String span, String name) {
    Optional<ViewModel.Entry> record =
        view.entries().stream().filter(it -> it.name().equals(name)).findFirst();
    return record
        .map(it -> MarkdownPage.link(name, "#" + name.replace(".", "").toLowerCase(Locale.ROOT)))
        .orElse(span);
  }
}
