package dev.stageproof.shape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Rewrites every string inside a record, however deep; everything else stays as it is. */
public final class Rewrite {
  private Rewrite() {}

  /**
   * The same record with every string replaced, map values included, map keys and enum constants
   * not.
   */
  public static <R extends Record> R strings(R value, UnaryOperator<String> change) {
    @SuppressWarnings("unchecked")
    Class<R> type = (Class<R>) value.getClass();
    List<Object> parts = new ArrayList<>();
    for (var component : type.getRecordComponents()) {
      parts.add(part(Components.read(component, value), change));
    }
    return Components.create(type, parts.toArray());
  }

  private static Object part(Object value, UnaryOperator<String> change) {
    if (value instanceof String text) {
      return change.apply(text);
    }
    if (value instanceof Record record) {
      return strings(record, change);
    }
    if (value instanceof Optional<?> maybe) {
      return maybe.map(inner -> part(inner, change));
    }
    if (value instanceof List<?> list) {
      return list.stream().map(inner -> part(inner, change)).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> rewritten = new LinkedHashMap<>();
      map.forEach((key, inner) -> rewritten.put(key, part(inner, change)));
      return rewritten;
    }
    return value;
  }
}
