package dev.stageproof.formats.prometheus;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A strict reader of the text exposition format 0.0.4, written by its page: what it refuses,
 * Prometheus or node_exporter may refuse.
 */
final class Exposition {
  private static final Pattern HELP = Pattern.compile("# HELP ([a-zA-Z_:][\\w:]*) (.+)");
  private static final Pattern TYPE = Pattern.compile("# TYPE ([a-zA-Z_:][\\w:]*) gauge");
  private static final Pattern SAMPLE =
      Pattern.compile(
          "([a-zA-Z_:][\\w:]*)(?:\\{(.*)\\})? (NaN|[+-]Inf|-?\\d+(?:\\.\\d+)?(?:E-?\\d+)?)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_]\\w*)=\"((?:[^\"\\\\\n]|\\\\[\"\\\\n])*)\"(?:,(?!$)|$)");

  private final Map<String, Map<Map<String, String>, Double>> families = new LinkedHashMap<>();
  private final Set<String> helped = new HashSet<>();
  private String current = "";

  /** Each metric's samples, by their labels. */
  static Map<String, Map<Map<String, String>, Double>> read(String text) {
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("the last line does not end");
    }
    Exposition reader = new Exposition();
    for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
      reader.line(line);
    }
    return reader.families;
  }

  private void line(String line) {
    Matcher help = HELP.matcher(line);
    Matcher type = TYPE.matcher(line);
    if (help.matches()) {
      require(helped.add(help.group(1)), "second HELP: " + line);
      current = help.group(1);
    } else if (type.matches()) {
      require(type.group(1).equals(current), "TYPE of another metric: " + line);
      require(families.put(current, new LinkedHashMap<>()) == null, "second TYPE: " + line);
    } else {
      sample(line);
    }
  }

  private void sample(String line) {
    Matcher sample = SAMPLE.matcher(line);
    require(sample.matches(), "no sample: " + line);
    require(sample.group(1).equals(current), "outside its group: " + line);
    Map<String, String> labels = sample.group(2) == null ? Map.of() : labels(sample.group(2));
    double value = Double.parseDouble(sample.group(3).replace("Inf", "Infinity"));
    require(families.get(current).put(labels, value) == null, "twice: " + line);
  }

  private static Map<String, String> labels(String text) {
    Map<String, String> labels = new TreeMap<>();
    Matcher label = LABEL.matcher(text);
    int at = 0;
    while (at < text.length()) {
      require(label.find(at) && label.start() == at, "no label: " + text.substring(at));
      require(labels.put(label.group(1), plain(label.group(2))) == null, "label twice: " + text);
      at = label.end();
    }
    return labels;
  }

  private static String plain(String escaped) {
    return escaped.replaceAll("\\\\([\"\\\\])", "$1");
  }

  private static void require(boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
  }

  /** Names as they come, to see that they are sorted. */
  static List<String> names(String text) {
    return new ArrayList<>(read(text).keySet());
  }
}
