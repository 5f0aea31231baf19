package dev.stageproof.report;

import dev.stageproof.shape.Components;
import java.lang.reflect.RecordComponent;

/** Records with one component replaced. */
final class Altered {
  private Altered() {}

  /** The record with another value for the component of the given name. */
  @SuppressWarnings("unchecked")
  static <R extends Record> R with(R original, String component, Object value) {
    RecordComponent[] components = original.getClass().getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      boolean meant = components[i].getName().equals(component);
      values[i] = meant ? value : read(original, components[i]);
    }
    return (R) Components.create(original.getClass(), values);
  }

  private static Object read(Record original, RecordComponent component) {
    try {
      return component.getAccessor().invoke(original);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(component.getName(), e);
    }
  }
}
