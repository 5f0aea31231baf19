package dev.stageproof.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the values of one class inside a record, however deep. */
public final class Found {
  private Found() {}

  /** All values of the class, in the order in which they stand. */
  public static <T> List<T> of(Class<T> type, Record whole) {
    List<T> found = new ArrayList<>();
    collect(type, whole, found);
    return List.copyOf(found);
  }

  private static <T> void collect(Class<T> type, Object value, List<T> found) {
    if (type.isInstance(value)) {
      found.add(type.cast(value));
    } else if (value instanceof Optional<?> maybe) {
      maybe.ifPresent(inner -> collect(type, inner, found));
    } else if (value instanceof List<?> many) {
      many.forEach(inner -> collect(type, inner, found));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(inner -> collect(type, inner, found));
    } else if (Components.plainRecord(value)) {
      for (var component : value.getClass().getRecordComponents()) {
        collect(type, Components.read(component, (Record) value), found);
      }
    }
  }
}
