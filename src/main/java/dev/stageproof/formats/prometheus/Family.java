package dev.stageproof.formats.prometheus;

import dev.stageproof.report.ForeignText;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** All series of one metric: a gauge, its help, and a value for each set of labels. */
final class Family {
  private final String name;
  private final String help;
  private final Map<String, Double> series = new TreeMap<>();

  /**
   * @param name starts with the product's name and ends with the unit
   * @param help the same in every file, as the textfile collector wants it; ours, so not escaped
   */
  Family(String name, String help) {
    this.name = name;
    this.help = help;
  }

  String name() {
    return name;
  }

  boolean empty() {
    return series.isEmpty();
  }

  /** Adds a series. One of the same labels as an earlier one is told apart by a label more. */
  void add(Map<String, String> labels, double value) {
    Map<String, String> own = new LinkedHashMap<>(labels);
    for (int i = 2; series.containsKey(braced(own)); i++) {
      own.put("nth", String.valueOf(i));
    }
    series.put(braced(own), value);
  }

  void writeTo(Appendable out) throws IOException {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(" gauge\n");
    for (Map.Entry<String, Double> one : series.entrySet()) {
      out.append(name).append(one.getKey()).append(' ').append(number(one.getValue())).append('\n');
    }
  }

  /** An empty label is the same as none. */
  private static String braced(Map<String, String> labels) {
    StringBuilder text = new StringBuilder();
    labels.forEach(
        (label, value) -> {
          String escaped = escaped(value);
          if (!escaped.isEmpty()) {
            text.append(text.isEmpty() ? "{" : ",").append(label).append("=\"");
            text.append(escaped).append('"');
          }
        });
    return text.isEmpty() ? "" : text.append('}').toString();
  }

  private static String escaped(String value) {
    return ForeignText.line(value).replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** A whole number without a fraction; Prometheus' own names for what is no number. */
  private static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "+Inf" : "-Inf";
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? String.valueOf((long) value) : String.valueOf(value);
  }
}
