package dev.stageproof.formats.markdown;

import dev.stageproof.formats.templates.MarkupFunction;
import dev.stageproof.report.Link;
import dev.stageproof.report.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What templates can call besides {@code ${…}}. Each returns Markdown, which is not escaped again:
 *
 * <ul>
 *   <li>{@code code(text)}: a code span; {@code cellCode(text)}: one for a table's cell
 *   <li>{@code fenced(language, text)}: a fenced block
 *   <li>{@code ref(link)}: a link to another part of the report
 *   <li>{@code page(title, url)}: a link to a page outside
 * </ul>
 */
final class MarkdownFunctions {
  private static final String KEPT_IN_URLS = "-._~:/?#@!$&*+,=%";

  private MarkdownFunctions() {}

  static List<MarkupFunction> all() {
    return List.of(
        function("code", 1, values -> MarkdownText.code(text(values, 0))),
        function("cellCode", 1, values -> MarkdownText.cellCode(text(values, 0))),
        function("fenced", 2, values -> MarkdownText.fenced(text(values, 0), text(values, 1))),
        function("ref", 1, values -> ref(values.get(0))),
        function("page", 2, values -> page(text(values, 0), text(values, 1))));
  }

  private static MarkupFunction function(
      String name, int arity, Function<List<Object>, String> markdown) {
    return new MarkupFunction(name, arity, MarkdownOutputFormat.INSTANCE, markdown);
  }

  private static String text(List<Object> arguments, int index) {
    return String.valueOf(arguments.get(index));
  }

  private static String ref(Object target) {
    if (!(target instanceof Link link)) {
      return MarkdownText.inline(String.valueOf(target));
    }
    String text = MarkdownText.inline(link.text());
    return link.anchor().map(anchor -> "[" + text + "](#" + encoded(anchor) + ")").orElse(text);
  }

  /** Only web addresses become links: {@code javascript:} and the like stay text. */
  private static String page(String title, String url) {
    if (!Page.web(url)) {
      return MarkdownText.inline(title + " (" + url + ")");
    }
    return "[" + MarkdownText.inline(title) + "](" + encoded(url) + ")";
  }

  /** Percent-encodes what could end a link's destination; RFC 3986, section 2.1. */
  private static String encoded(String url) {
    StringBuilder out = new StringBuilder();
    url.codePoints()
        .forEach(
            c -> {
              if (Character.isLetterOrDigit(c) || KEPT_IN_URLS.indexOf(c) >= 0) {
                out.appendCodePoint(c);
              } else {
                for (byte part : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                  out.append(String.format(Locale.ROOT, "%%%02X", part));
                }
              }
            });
    return out.toString();
  }
}
