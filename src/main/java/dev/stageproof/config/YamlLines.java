package dev.stageproof.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes keys in block style and the leaves below them in brackets, quoted where YAML needs it. */
final class YamlLines {

  /** Lines of the file stay near 100 characters with their indentation. */
  private static final int WIDTH = 88;

  private static final String INDENT = "  ";

  private YamlLines() {}

  static List<String> of(Map<String, ?> keys) {
    List<String> lines = new ArrayList<>();
    keys.forEach((key, value) -> add(lines, key, value));
    return lines;
  }

  private static void add(List<String> lines, String key, Object value) {
    List<String> dumped = dump(value).strip().lines().toList();
    String lead = dump(key).strip() + ":";
    boolean leaf = !(value instanceof Map || value instanceof List) || bracketed(dumped.get(0));
    if (leaf) {
      lines.add(lead + " " + dumped.get(0));
      dumped.stream().skip(1).map(line -> INDENT + line.strip()).forEach(lines::add);
    } else if (value instanceof Map<?, ?> map) {
      lines.add(lead);
      List<String> inner = new ArrayList<>();
      map.forEach((name, part) -> add(inner, name.toString(), part));
      inner.forEach(line -> lines.add(INDENT + line));
    } else {
      lines.add(lead);
      dumped.forEach(line -> lines.add(INDENT + line));
    }
  }

  private static boolean bracketed(String line) {
    return line.startsWith("{") || line.startsWith("[");
  }

  private static String dump(Object value) {
    boolean scalar = !(value instanceof Map || value instanceof List);
    return new Dump(
            DumpSettings.builder()
                .setSchema(new CoreSchema())
                .setDefaultFlowStyle(FlowStyle.AUTO)
                .setWidth(scalar ? Integer.MAX_VALUE : WIDTH)
                .build())
        .dumpToString(value);
  }
}
