package dev.stageproof.formats.tap;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.RunRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The YAML block below a test point.
 *
 * @param values plain facts by name, as YAML
 * @param lists facts of which there are several; an empty one is left out
 */
record Diagnostics(Map<String, String> values, Map<String, List<String>> lists) {
  private static final String INDENT = "  ";

  static Diagnostics of(CheckResult check) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("message", TapText.quoted(check.headline()));
    values.put("outcome", TapText.quoted(check.outcome().name()));
    values.put("severity", TapText.quoted(check.severity().name().toLowerCase(Locale.ROOT)));
    values.put("type", TapText.quoted(check.type()));
    values.put("duration_ms", String.valueOf(check.took().toMillis()));
    Map<String, List<String>> lists = new LinkedHashMap<>();
    lists.put("open", open(check));
    lists.put("repeat", check.reproduce());
    return new Diagnostics(values, lists);
  }

  static Diagnostics of(RunRecord run) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("message", TapText.quoted(run.judgment().because()));
    values.put("confidence", TapText.quoted(run.judgment().confidence().level().name()));
    values.put(
        "revision",
        TapText.quoted(run.identity().map(it -> it.revision()).orElse("not identified")));
    values.put("partial", String.valueOf(run.partial()));
    values.put("report", TapText.quoted(run.reportId()));
    values.put("duration_ms", String.valueOf(run.took().toMillis()));
    return new Diagnostics(values, Map.of("repeat", List.of(run.command())));
  }

  private static List<String> open(CheckResult check) {
    List<String> lines = new ArrayList<>();
    check.evaluation().map(Evaluation::assertions).orElse(List.of()).stream()
        .filter(assertion -> assertion.outcome() != Outcome.PASS)
        .forEach(assertion -> lines.add(words(assertion)));
    check.gap().ifPresent(gap -> lines.add(gap.settle()));
    return lines;
  }

  private static String words(Assertion assertion) {
    String seen =
        assertion.what() + ": expected " + assertion.expected() + ", seen " + assertion.actual();
    return assertion.settle().map(step -> seen + "; " + step).orElse(seen);
  }

  void writeTo(Appendable out) throws IOException {
    out.append(INDENT).append("---\n");
    for (Map.Entry<String, String> value : values.entrySet()) {
      out.append(INDENT).append(value.getKey()).append(": ");
      out.append(value.getValue()).append('\n');
    }
    for (Map.Entry<String, List<String>> list : lists.entrySet()) {
      writeList(list.getKey(), list.getValue(), out);
    }
    out.append(INDENT).append("...\n");
  }

  /** Numbered, since Perl's reader takes a list's item that holds a colon for a map. */
  private static void writeList(String name, List<String> items, Appendable out)
      throws IOException {
    if (items.isEmpty()) {
      return;
    }
    out.append(INDENT).append(name).append(":\n");
    int number = 1;
    for (String item : items) {
      out.append(INDENT).append(INDENT).append(String.valueOf(number++)).append(": ");
      out.append(TapText.quoted(item)).append('\n');
    }
  }
}
