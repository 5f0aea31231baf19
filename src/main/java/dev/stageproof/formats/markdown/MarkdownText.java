package dev.stageproof.formats.markdown;

import dev.stageproof.report.ForeignText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes text so that GitHub-flavoured Markdown shows it letter by letter and takes none of it for
 * structure: no heading, row, list, link, mention, HTML or emphasis can come from it.
 *
 * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown Spec</a>
 */
final class MarkdownText {
  private static final Pattern WHITE_SPACE = Pattern.compile("\\s++");
  private static final Pattern BACKTICKS = Pattern.compile("`+");
  private static final Pattern TRAILING_SPACE = Pattern.compile("(?m)[ \\t]+$");
  private static final String EMPTY = "(empty)";
  private static final int SHORTEST_FENCE = 3;

  private MarkdownText() {}

  /** Text within a paragraph, heading, list item or table cell; line breaks become spaces. */
  static String inline(String text) {
    return new InlineEscape(oneLine(text)).escaped();
  }

  /** A code span outside of tables. */
  static String code(String text) {
    String line = oneLine(text);
    return line.isEmpty() ? EMPTY : span(ForeignText.withoutCommands(line));
  }

  /**
   * A code span inside a table's cell, where a pipe needs a backslash even within code. A backslash
   * right before a pipe is read differently by different parsers there, so such text is not made a
   * code span.
   */
  static String cellCode(String text) {
    String line = oneLine(text);
    return line.contains("\\|") ? inline(line) : code(line).replace("|", "\\|");
  }

  private static String span(String line) {
    String ticks = "`".repeat(longestRun(line) + 1);
    boolean needsRoom = line.startsWith("`") || line.endsWith("`");
    String room = needsRoom ? " " : "";
    return ticks + room + line + room + ticks;
  }

  /** A fenced block, without a line feed at its end. Excerpts lose tabs and trailing blanks. */
  static String fenced(String language, String text) {
    String lines = ForeignText.clean(text);
    String shown = language.equals("text") ? tidied(lines) : lines;
    String safe = ForeignText.withoutCommands(shown);
    String fence = "`".repeat(Math.max(SHORTEST_FENCE, longestRun(safe) + 1));
    return fence + language + "\n" + safe + "\n" + fence;
  }

  private static String tidied(String lines) {
    return TRAILING_SPACE.matcher(lines.replace("\t", "    ")).replaceAll("");
  }

  private static int longestRun(String text) {
    return BACKTICKS
        .matcher(text)
        .results()
        .mapToInt(run -> run.end() - run.start())
        .max()
        .orElse(0);
  }

  private static String oneLine(String text) {
    Matcher blanks = WHITE_SPACE.matcher(ForeignText.clean(text));
    return blanks.replaceAll(" ").strip();
  }
}
