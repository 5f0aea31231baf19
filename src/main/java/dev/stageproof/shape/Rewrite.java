package dev.stageproof.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rewrites every string inside a record, however deep; everything else stays as it is. */
public final class Rewrite {

  /** Says what a string becomes. */
  @FunctionalInterface
  public interface Change {
    /**
     * What the string becomes.
     *
     * @param key the nearest map key or component name above the string
     * @param text the string as it stands
     */
    String apply(String key, String text);
  }

  private Rewrite() {}

  /** The same record with every string replaced; map keys and enum constants are not strings. */
  public static <R extends Record> R strings(R value, Change change) {
    @SuppressWarnings("unchecked")
    Class<R> type = (Class<R>) value.getClass();
    List<Object> parts = new ArrayList<>();
    for (var component : type.getRecordComponents()) {
      parts.add(part(component.getName(), Components.read(component, value), change));
    }
    return Components.create(type, parts.toArray());
  }

  private static Object part(String key, Object value, Change change) {
    if (value instanceof String text) {
      return change.apply(key, text);
    }
    if (value instanceof Record record) {
      return strings(record, change);
    }
    if (value instanceof Optional<?> maybe) {
      return maybe.map(inner -> part(key, inner, change));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(inner -> part(key, inner, change)).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> rewritten = new LinkedHashMap<>();
      map.forEach((name, inner) -> rewritten.put(name, part(name.toString(), inner, change)));
      return rewritten;
    }
    return value;
  }
}
