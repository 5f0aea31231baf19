package dev.stageproof.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes keys in block style and the leaves below them in brackets, quoted where YAML needs it. */
final class YamlLines {

  /** What is longer than this in brackets gets a line for each part. */
  private static final int WIDTH = 80;

  private static final String INDENT = "  ";

  private YamlLines() {}

  static List<String> of(Map<String, ?> keys) {
    List<String> lines = new ArrayList<>();
    keys.forEach((key, value) -> add(lines, key, value));
    return lines;
  }

  private static void add(List<String> lines, String key, Object value) {
    String lead = flow(key) + ":";
    String flow = flow(value);
    boolean leaf = !(value instanceof Map || value instanceof List);
    if (leaf || (flat(value) && flow.length() <= WIDTH)) {
      lines.add(lead + " " + flow);
      return;
    }
    lines.add(lead);
    if (value instanceof Map<?, ?> map) {
      List<String> inner = new ArrayList<>();
      map.forEach((name, part) -> add(inner, name.toString(), part));
      inner.forEach(line -> lines.add(INDENT + line));
    } else {
      ((List<?>) value).forEach(item -> lines.add(INDENT + "- " + flow(item)));
    }
  }

  /** True when nothing below is a map or a list itself. */
  private static boolean flat(Object value) {
    Collection<?> parts = value instanceof Map<?, ?> map ? map.values() : (List<?>) value;
    return parts.stream().noneMatch(part -> part instanceof Map || part instanceof List);
  }

  /** The value in one line. */
  private static String flow(Object value) {
    return new Dump(
            DumpSettings.builder()
                .setSchema(new CoreSchema())
                .setDefaultFlowStyle(FlowStyle.FLOW)
                .setWidth(Integer.MAX_VALUE)
                .build())
        .dumpToString(value)
        .strip();
  }
}
