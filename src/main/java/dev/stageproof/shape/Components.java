package dev.stageproof.shape;

import dev.stageproof.model.TextForm;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** Takes records apart and puts them together; the only reflection on values. */
public final class Components {
  private Components() {}

  /** True for a record that is more than one piece of text. */
  static boolean plainRecord(Object value) {
    return value instanceof Record && !value.getClass().isAnnotationPresent(TextForm.class);
  }

  static Object read(RecordComponent component, Record value) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(value);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException("can't read " + component, e);
    }
  }

  /**
   * A record made of the given components.
   *
   * @throws IllegalArgumentException when its compact constructor refuses them; the constructor's
   *     own exception when that is a runtime exception
   */
  public static <R extends Record> R create(Class<R> type, Object[] components) {
    Class<?>[] types =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(components);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw new IllegalStateException("can't make " + type, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("can't make " + type, e);
    }
  }

  /**
   * Reads a type marked {@link dev.stageproof.model.TextForm}.
   *
   * @throws IllegalArgumentException when its {@code parse} refuses the text
   */
  public static Object parse(Class<?> type, String text) {
    try {
      Method parse = type.getDeclaredMethod("parse", String.class);
      parse.setAccessible(true);
      return parse.invoke(null, text);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException refusal) {
        throw refusal;
      }
      throw new IllegalStateException(type + " can't parse", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " has no parse(String)", e);
    }
  }
}
