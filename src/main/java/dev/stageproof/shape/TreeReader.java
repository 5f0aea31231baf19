package dev.stageproof.shape;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes records of the trees that {@link Trees} writes, of this version or of another one: unknown
 * keys are passed by, and an absent optional, list, map or truth value is empty or false.
 */
public final class TreeReader {
  private TreeReader() {}

  /**
   * The record whose tree it is.
   *
   * @throws MisfitException when it is the tree of no such record
   * @throws IllegalArgumentException when the class has a component that trees can't hold; a
   *     programming error
   */
  public static <R extends Record> R read(Class<R> type, Map<?, ?> tree) throws MisfitException {
    RecordComponent[] components = type.getRecordComponents();
    Object[] parts = new Object[components.length];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = component(components[i], tree.get(components[i].getName()));
    }
    try {
      return Components.create(type, parts);
    } catch (IllegalArgumentException e) {
      throw new MisfitException(e.getMessage(), e);
    }
  }

  private static Object component(RecordComponent component, Object node) throws MisfitException {
    try {
      Type type = component.getGenericType();
      return node == null ? absent(raw(type)) : value(type, node);
    } catch (MisfitException e) {
      throw e.under(component.getName());
    }
  }

  private static Object absent(Class<?> type) throws MisfitException {
    if (type == Optional.class) {
      return Optional.empty();
    }
    if (type == List.class) {
      return List.of();
    }
    if (type == Map.class) {
      return Map.of();
    }
    if (type == boolean.class) {
      return false;
    }
    throw new MisfitException("is missing");
  }

  private static Object value(Type type, Object node) throws MisfitException {
    Class<?> raw = raw(type);
    if (raw == Object.class) {
      return node;
    }
    if (raw == Optional.class) {
      return Optional.of(value(argument(type, 0), node));
    }
    if (raw == List.class) {
      return list(argument(type, 0), node);
    }
    if (raw == Map.class) {
      return map(argument(type, 1), node);
    }
    return ScalarReader.takes(raw) ? ScalarReader.read(raw, node) : record(raw, node);
  }

  private static List<Object> list(Type element, Object node) throws MisfitException {
    if (!(node instanceof List<?> nodes)) {
      throw expected("a list", node);
    }
    List<Object> values = new ArrayList<>(nodes.size());
    for (int i = 0; i < nodes.size(); i++) {
      try {
        values.add(value(element, nodes.get(i)));
      } catch (MisfitException e) {
        throw e.at(i);
      }
    }
    return Collections.unmodifiableList(values);
  }

  private static Map<String, Object> map(Type element, Object node) throws MisfitException {
    if (!(node instanceof Map<?, ?> nodes)) {
      throw expected("an object", node);
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : nodes.entrySet()) {
      String key = String.valueOf(entry.getKey());
      try {
        values.put(key, value(element, entry.getValue()));
      } catch (MisfitException e) {
        throw e.under(key);
      }
    }
    return Collections.unmodifiableMap(values);
  }

  private static Object record(Class<?> type, Object node) throws MisfitException {
    if (!type.isRecord()) {
      throw new IllegalArgumentException("a tree can't hold a " + type.getName());
    }
    if (!(node instanceof Map<?, ?> tree)) {
      throw expected("an object", node);
    }
    return read(type.asSubclass(Record.class), tree);
  }

  static MisfitException expected(String what, Object found) {
    return new MisfitException("expected " + what + ", found " + Shown.node(found));
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }
}
