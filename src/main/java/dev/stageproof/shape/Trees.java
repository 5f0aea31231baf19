package dev.stageproof.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes records as trees of maps, lists, strings, numbers and booleans. */
public final class Trees {
  private Trees() {}

  /** The tree of a record; absent optionals are left out. */
  public static Map<String, Object> of(Record value) {
    Map<String, Object> tree = new LinkedHashMap<>();
    for (var component : value.getClass().getRecordComponents()) {
      Object part = Components.read(component, value);
      if (part instanceof Optional<?> maybe) {
        maybe.ifPresent(present -> tree.put(component.getName(), node(present)));
      } else {
        tree.put(component.getName(), node(part));
      }
    }
    return tree;
  }

  /** Enums by name; times, durations and other text forms as their text. */
  private static Object node(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(Trees::node).toList();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> tree = new LinkedHashMap<>();
      map.forEach((key, part) -> tree.put(String.valueOf(key), node(part)));
      return tree;
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value;
    }
    if (value instanceof Enum<?> constant) {
      return constant.name();
    }
    return Components.plainRecord(value) ? of((Record) value) : value.toString();
  }
}
