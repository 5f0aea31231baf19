package dev.stageproof.formats.markdown;

import dev.stageproof.report.ForeignText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Escapes one line of text. Only what would act is escaped, so that the source stays readable:
 * {@code snake_case}, {@code 1.0}, {@code a-b} and {@code (x)} stay as they are.
 */
final class InlineEscape {

  /** What starts a list, a heading, a quote, a rule or an underline at the start of a line. */
  private static final Pattern BLOCK_START =
      Pattern.compile("(?:[-+](?=[-+ ]|$)|[#>=]|:(?=-)|\\d{1,9}+(?=[.)](?: |$)))");

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,40});");

  /**
   * Names in messages stand between single backticks; they stay, since nothing acts within them. A
   * pipe would need to know whether it stands in a table, so text with one is escaped instead.
   */
  private static final Pattern CODE_SPAN = Pattern.compile("(?<!`)`[^`| ][^`|]*+`(?!`)");

  /** Stands between the sign and a name, as is usual where a bot quotes: shown, but no mention. */
  private static final String AT_WITHOUT_MENTION = "@&#8203;";

  private final String text;
  private final StringBuilder out;

  InlineEscape(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length() + 16);
  }

  String escaped() {
    Matcher span = CODE_SPAN.matcher(text).useTransparentBounds(true);
    int i = blockStart();
    while (i < text.length()) {
      if (text.charAt(i) == '`' && span.region(i, text.length()).lookingAt()) {
        out.append(ForeignText.withoutCommands(span.group()));
        i = span.end();
      } else {
        append(i, text.charAt(i));
        i++;
      }
    }
    return out.toString();
  }

  /** Escapes what would begin a block; returns where the rest begins. */
  private int blockStart() {
    Matcher start = BLOCK_START.matcher(text);
    if (!start.lookingAt()) {
      return 0;
    }
    if (Character.isDigit(text.charAt(0))) {
      out.append(start.group()).append('\\').append(text.charAt(start.end()));
      return start.end() + 1;
    }
    out.append('\\').append(text.charAt(0));
    return 1;
  }

  private void append(int i, char c) {
    switch (c) {
      case '\\', '`', '*', '[', ']', '|', '~' -> out.append('\\').append(c);
      case '<' -> out.append("&lt;");
      case '&' -> out.append(entityAt(i) ? "&amp;" : "&");
      case '@' -> out.append(names(i) ? AT_WITHOUT_MENTION : "@");
      case '_', '$', ':', '.', '!' -> out.append(acts(i, c) ? "\\" : "").append(c);
      default -> out.append(c);
    }
  }

  private boolean acts(int i, char c) {
    return switch (c) {
      case '_' -> !withinWord(i);
      // GitHub reads $…$ as mathematics, unless a digit follows the second sign.
      case '$' -> !Character.isDigit(at(i + 1));
      case ':' -> text.startsWith("//", i + 1);
      case '.' -> i >= 3 && text.regionMatches(true, i - 3, "www", 0, 3);
      // Before a link of the template's, it would make it an image.
      case '!' -> i == text.length() - 1;
      default -> false;
    };
  }

  /** Underscores between letters or digits never are emphasis. */
  private boolean withinWord(int i) {
    int before = i;
    while (at(before) == '_') {
      before--;
    }
    int after = i;
    while (at(after) == '_') {
      after++;
    }
    return Character.isLetterOrDigit(at(before)) && Character.isLetterOrDigit(at(after));
  }

  private boolean entityAt(int i) {
    return ENTITY.matcher(text).region(i, text.length()).lookingAt();
  }

  /** True where a user or a mail address could be named; an image's {@code @sha256:} does not. */
  private boolean names(int i) {
    if (!Character.isLetterOrDigit(at(i + 1))) {
      return false;
    }
    return !(Character.isLetterOrDigit(at(i - 1)) && text.startsWith("sha256:", i + 1));
  }

  /** The character at a place; a space beyond either end. */
  private char at(int i) {
    return i < 0 || i >= text.length() ? ' ' : text.charAt(i);
  }
}
