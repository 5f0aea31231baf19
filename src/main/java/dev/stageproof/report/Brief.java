package dev.stageproof.report;

import java.util.regex.Pattern;

/**
 * A check's answer where it stands beside others: in a few words, and without the stretch of time,
 * which is the same for most of them. The whole answer stands at the check.
 */
final class Brief {

  /** ", 08:26–08:47 UTC", with the days when there are two. */
  private static final Pattern WINDOW =
      Pattern.compile(
          ",? (?:\\d{4}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d(?::\\d\\d)?"
              + "–(?:\\d{4}-\\d\\d-\\d\\d )?\\d\\d:\\d\\d(?::\\d\\d)? UTC");

  private Brief() {}

  static String of(String answer, int limit) {
    String words = WINDOW.matcher(ForeignText.line(answer)).replaceAll("");
    return ForeignText.brief(words, limit);
  }
}
