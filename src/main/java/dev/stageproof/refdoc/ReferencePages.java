package dev.stageproof.refdoc;

import dev.stageproof.shape.Shape;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The reference of the configuration, as Markdown for the repository and as plain text for a
 * terminal. Every text ends with one line feed.
 */
public final class ReferencePages {

  private ReferencePages() {}

  /**
   * The Markdown page of one check type.
   *
   * @param common the keys that every check has
   * @param settings the type's own keys
   * @param exampleYaml a whole configuration that uses it
   */
  public static String page(
      String typeName,
      String typeTitle,
      Shape.Fields common,
      Shape.Fields settings,
      Optional<String> exampleYaml) {
    MarkdownPage page = new MarkdownPage(typeTitle + ": `" + typeName + "`");
    page.paragraph(settings.doc());
    page.heading("Keys of `" + typeName + "`");
    table(page, settings);
    page.heading("Keys of every check");
    table(page, common);
    exampleYaml.ifPresent(
        yaml -> {
          page.heading("Example");
          page.code("yaml", yaml);
        });
    return page.text();
  }

  /**
   * The Markdown page that leads to the pages of all check types, {@code NAME.md} beside it, and to
   * those of the rest of the configuration and of templates.
   */
  public static String index(Collection<TypeDoc> types) {
    MarkdownPage page = new MarkdownPage("Check types");
    page.paragraph("What a check may ask; its `type` says which. Each has a page of its own.");
    page.table(
        List.of("Type", "What it is", "What it does"),
        types.stream()
            .map(
                type ->
                    List.of(
                        MarkdownPage.link(type.name(), type.name() + ".md"),
                        MarkdownPage.escaped(type.title()),
                        MarkdownPage.escaped(type.settings().doc())))
            .toList());
    page.heading("Beside the checks");
    page.table(
        List.of("Page", "What it is of"),
        List.of(
            List.of(MarkdownPage.link("configuration", "configuration.md"), "All other keys."),
            List.of(
                MarkdownPage.link("templates", "templates.md"),
                "Reports by templates of your own, and what templates see.")));
    return page.text();
  }

  /** The Markdown page of all keys outside the checks. */
  public static String configuration(Shape.Fields root) {
    MarkdownPage page = new MarkdownPage("Configuration");
    page.paragraph(root.doc());
    page.heading("Keys");
    table(page, root);
    return page.text();
  }

  private static void table(MarkdownPage page, Shape.Fields shape) {
    List<KeyRow> rows = KeyRow.of(shape);
    if (rows.isEmpty()) {
      page.paragraph("None.");
      return;
    }
    page.table(
        List.of("Key", "Takes", "Default", "Meaning"),
        rows.stream().map(ReferencePages::cells).toList());
  }

  private static List<String> cells(KeyRow row) {
    return List.of(
        MarkdownPage.code(row.path()),
        MarkdownPage.escaped(row.takes()),
        row.def().map(MarkdownPage::code).orElse(row.required() ? "**required**" : "—"),
        MarkdownPage.escaped(row.explained()));
  }

  /** The list of check types for a terminal, 80 columns wide. */
  public static String text(Collection<TypeDoc> types) {
    TextPage page = new TextPage();
    int width = types.stream().mapToInt(type -> type.name().length()).max().orElse(0);
    for (TypeDoc type : types) {
      page.line(type.name() + " ".repeat(width - type.name().length() + 2) + type.title());
      page.wrapped(width + 2, type.settings().doc());
    }
    page.blank();
    page.wrapped(0, "`stageproof checks TYPE` shows the keys of one type.");
    return page.text();
  }

  /**
   * The reference of one check type for a terminal, 80 columns wide but for its example.
   *
   * @param exampleYaml a whole configuration that uses it
   */
  public static String text(
      String typeName,
      String typeTitle,
      Shape.Fields common,
      Shape.Fields settings,
      Optional<String> exampleYaml) {
    TextPage page = new TextPage();
    page.line(typeName + ": " + typeTitle);
    page.blank();
    page.wrapped(0, settings.doc());
    keys(page, "Keys of " + typeName, settings);
    keys(page, "Keys of every check", common);
    exampleYaml.ifPresent(
        yaml -> {
          page.blank();
          page.line("Example");
          page.blank();
          yaml.strip().lines().forEach(line -> page.line(("  " + line).stripTrailing()));
        });
    return page.text();
  }

  private static void keys(TextPage page, String heading, Shape.Fields shape) {
    page.blank();
    page.line(heading);
    for (KeyRow row : KeyRow.of(shape)) {
      page.blank();
      page.line("  " + row.path() + (row.required() ? "  (required)" : ""));
      page.wrapped(6, row.explained());
      page.wrapped(6, "Takes " + row.takes() + ".");
      row.def().ifPresent(def -> page.wrapped(6, "Default: " + def));
    }
  }
}
