package dev.stageproof.refdoc;

import java.util.HashMap;
import java.util.Map;

/** Gives each record class a name of its own within one schema. */
final class DefinitionNames {

  private final Map<String, Class<?>> taken = new HashMap<>();

  /** The class's name with those around it; with its package when another class has that name. */
  String of(Class<?> type) {
    String near = nested(type);
    return taken.computeIfAbsent(near, name -> type) == type
        ? near
        : type.getName().replace('$', '.');
  }

  private static String nested(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return around == null ? type.getSimpleName() : nested(around) + "." + type.getSimpleName();
  }
}
