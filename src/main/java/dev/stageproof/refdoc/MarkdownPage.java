package dev.stageproof.refdoc;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GitHub Flavored Markdown that passes markdownlint, its line length apart. */
final class MarkdownPage {

  /** A code span, a bare address (which must not stand bare), or a character with a meaning. */
  private static final Pattern MARKS =
      Pattern.compile(
          "(?<code>`[^`]*`)|(?<url>https?://[^\\s,;`]*[^\\s,;.`)])|(?<mark>[\\\\*_<>|\\[\\]])");

  private final StringBuilder text = new StringBuilder();

  /** The title may hold code spans. */
  MarkdownPage(String title) {
    text.append("# ").append(escaped(title)).append('\n');
  }

  void heading(String heading) {
    text.append("\n## ").append(escaped(heading)).append('\n');
  }

  void paragraph(String sentences) {
    if (!sentences.isBlank()) {
      TextPage lines = new TextPage();
      lines.wrapped(0, escaped(sentences));
      text.append('\n').append(lines.text());
    }
  }

  void code(String language, String code) {
    text.append("\n```").append(language).append('\n').append(code.strip()).append("\n```\n");
  }

  /** The cells are Markdown already. */
  void table(List<String> head, List<List<String>> rows) {
    text.append('\n');
    row(head);
    row(head.stream().map(cell -> "---").toList());
    rows.forEach(this::row);
  }

  private void row(List<String> cells) {
    text.append("| ").append(String.join(" | ", cells)).append(" |\n");
  }

  String text() {
    return text.toString();
  }

  static String link(String label, String address) {
    return "[" + code(label) + "](" + address + ")";
  }

  /** A code span; a bar in it would end a table's cell. */
  static String code(String text) {
    boolean fence = text.contains("`");
    String span = fence ? "`` " + text + " ``" : "`" + text + "`";
    return span.replace("|", "\\|");
  }

  /** Our own prose, code spans kept, everything else free of Markdown; fit for a table's cell. */
  static String escaped(String prose) {
    Matcher matcher = MARKS.matcher(prose);
    return matcher.replaceAll(mark -> Matcher.quoteReplacement(replacement(matcher)));
  }

  private static String replacement(Matcher found) {
    if (found.group("code") != null) {
      return found.group().replace("|", "\\|");
    }
    return found.group("url") != null ? code(found.group()) : "\\" + found.group();
  }
}
