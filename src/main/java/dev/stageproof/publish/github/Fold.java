package dev.stageproof.publish.github;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Folds a long report behind its first screen. */
final class Fold {

  /** What a reader scrolls past without harm. */
  private static final int SHORT = 6_000;

  private static final Pattern FENCE = Pattern.compile("^ {0,3}(`{3,}|~{3,}).*");
  private static final String HEADING = "## ";

  /** The head of the report, and its first part. */
  private static final int OPEN_HEADINGS = 1;

  private Fold() {}

  /** The text with all from its second part on folded away; as it is when it is short. */
  static String of(String markdown) {
    int at = markdown.length() <= SHORT ? -1 : secondHeading(markdown);
    return at < 0
        ? markdown
        : markdown.substring(0, at)
            + "<details><summary>The whole report</summary>\n\n"
            + markdown.substring(at).stripTrailing()
            + "\n\n</details>\n";
  }

  /** Where it begins; a heading within a block of code is none. */
  private static int secondHeading(String markdown) {
    String fence = "";
    int headings = 0;
    int at = 0;
    for (String line : markdown.split("\n", -1)) {
      Matcher mark = FENCE.matcher(line);
      if (mark.matches()) {
        fence = fence.isEmpty() ? mark.group(1) : closes(line, fence) ? "" : fence;
      } else if (fence.isEmpty() && line.startsWith(HEADING) && ++headings > OPEN_HEADINGS) {
        return at;
      }
      at += line.length() + 1;
    }
    return -1;
  }

  private static boolean closes(String line, String fence) {
    String mark = line.strip();
    return mark.startsWith(fence) && mark.chars().allMatch(c -> c == fence.charAt(0));
  }
}
