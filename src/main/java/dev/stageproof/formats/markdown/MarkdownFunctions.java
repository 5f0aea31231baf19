package dev.stageproof.formats.markdown;

import dev.stageproof.report.Link;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.utility.DeepUnwrap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * What templates can call besides {@code ${…}}. Each returns Markdown, which is not escaped again:
 *
 * <ul>
 *   <li>{@code code(text)}: a code span; {@code cellCode(text)}: one inside a table's cell
 *   <li>{@code fenced(language, text)}: a fenced block
 *   <li>{@code ref(link)}: a link to another part of the report
 *   <li>{@code page(title, url)}: a link to a page outside
 * </ul>
 */
final class MarkdownFunctions {
  private static final String KEPT_IN_URLS = "-._~:/?#@!$&*+,=%";

  private MarkdownFunctions() {}

  static Map<String, TemplateModel> all() {
    Map<String, TemplateModel> functions = new LinkedHashMap<>();
    functions.put("code", function("code", 1, args -> MarkdownText.code(text(args, 0))));
    functions.put(
        "cellCode", function("cellCode", 1, args -> MarkdownText.cellCode(text(args, 0))));
    functions.put(
        "fenced", function("fenced", 2, args -> MarkdownText.fenced(text(args, 0), text(args, 1))));
    functions.put("ref", function("ref", 1, args -> ref(args.get(0))));
    functions.put("page", function("page", 2, args -> page(text(args, 0), text(args, 1))));
    return functions;
  }

  private static TemplateMethodModelEx function(
      String name, int arity, Function<List<Object>, String> markdown) {
    return arguments -> {
      List<Object> values = new ArrayList<>();
      for (Object argument : arguments) {
        values.add(DeepUnwrap.unwrap((TemplateModel) argument));
      }
      if (values.size() != arity || values.contains(null)) {
        throw new TemplateModelException(name + "() needs " + arity + " value(s)");
      }
      return MarkdownOutputFormat.INSTANCE.fromMarkup(markdown.apply(values));
    };
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
    String lower = url.toLowerCase(Locale.ROOT);
    if (!lower.startsWith("https://") && !lower.startsWith("http://")) {
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
