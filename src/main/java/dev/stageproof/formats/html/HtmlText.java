package dev.stageproof.formats.html;

import dev.stageproof.report.ForeignText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes text so that HTML shows it letter by letter and takes none of it for structure, between
 * tags and within quoted attributes, also of SVG.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/syntax.html">HTML, the syntax</a>
 */
final class HtmlText {

  /** What the view's sentences name; the rule is the same as for Markdown. */
  private static final Pattern CODE_SPAN = Pattern.compile("(?<!`)`([^`| ][^`|]*+)`(?!`)");

  private HtmlText() {}

  /** Text within an element or a quoted attribute; without what {@link ForeignText} takes out. */
  static String escaped(String text) {
    String clean = ForeignText.clean(text);
    StringBuilder out = new StringBuilder(clean.length() + 16);
    boolean lineBegins = true;
    for (int i = 0; i < clean.length(); i++) {
      char c = clean.charAt(i);
      append(c, obeyed(clean, i, lineBegins), out);
      lineBegins = c == '\n' || (lineBegins && Character.isWhitespace(c));
    }
    return out.toString();
  }

  private static void append(char c, boolean obeyed, StringBuilder out) {
    switch (c) {
      case '&' -> out.append("&amp;");
      case '<' -> out.append("&lt;");
      case '>' -> out.append("&gt;");
      case '"' -> out.append("&quot;");
      case '\'' -> out.append("&#39;");
      default -> {
        if (obeyed) {
          out.append("&#").append((int) c).append(';');
        } else {
          out.append(c);
        }
      }
    }
  }

  /**
   * Where a workflow's runner would see a command if the page is printed to its log: a line that
   * begins with two colons, and {@code ##[} anywhere. A reference is shown, and copied, the same.
   */
  private static boolean obeyed(String text, int i, boolean lineBegins) {
    return (lineBegins && text.startsWith("::", i)) || text.startsWith("##[", i);
  }

  /** A sentence, in which names between single backticks become code; nothing acts in them. */
  static String prose(String text) {
    StringBuilder out = new StringBuilder();
    Matcher span = CODE_SPAN.matcher(text);
    int end = 0;
    while (span.find()) {
      out.append(escaped(text.substring(end, span.start())));
      out.append("<code>").append(escaped(span.group(1))).append("</code>");
      end = span.end();
    }
    return out.append(escaped(text.substring(end))).toString();
  }
}
