package dev.stageproof.shape;

import dev.stageproof.model.TextForm;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads values that stand in a tree as one text, number or truth value. */
final class ScalarReader {

  /**
   * A kind of value that is written as text.
   *
   * @param hint what is allowed, for an error message
   */
  private record Form(String hint, Function<String, Object> parse) {}

  private static final Map<Class<?>, Form> FORMS =
      Map.of(
          String.class, new Form("a text", text -> text),
          Instant.class, new Form("a UTC time such as 2026-09-15T08:26:09Z", Instant::parse),
          Duration.class, new Form("a length of time such as PT1M30.5S", Duration::parse),
          LocalDate.class, new Form("a date such as 2026-12-31", LocalDate::parse),
          Path.class, new Form("the path of a file", Path::of));

  private ScalarReader() {}

  static boolean takes(Class<?> type) {
    Class<?> plain = plain(type);
    return plain.isPrimitive()
        || FORMS.containsKey(plain)
        || plain.isEnum()
        || plain.isAnnotationPresent(TextForm.class);
  }

  static Object read(Class<?> type, Object node) throws MisfitException {
    Class<?> plain = plain(type);
    if (plain == boolean.class && node instanceof Boolean) {
      return node;
    }
    if (plain.isPrimitive()) {
      return number(plain, node);
    }
    Form form = form(plain);
    if (!(node instanceof String text)) {
      throw TreeReader.expected(form.hint(), node);
    }
    try {
      return form.parse().apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new MisfitException("expected " + form.hint() + ", found " + Shown.node(node), e);
    }
  }

  private static Class<?> plain(Class<?> type) {
    return MethodType.methodType(type).unwrap().returnType();
  }

  private static Object number(Class<?> type, Object node) throws MisfitException {
    if (type == double.class && node instanceof Number number) {
      return number.doubleValue();
    }
    boolean whole = node instanceof Long || node instanceof Integer;
    if (type == long.class && whole) {
      return ((Number) node).longValue();
    }
    if (type == int.class && whole && fits((Number) node)) {
      return ((Number) node).intValue();
    }
    throw TreeReader.expected(hint(type), node);
  }

  private static boolean fits(Number number) {
    return number.longValue() == number.intValue();
  }

  private static String hint(Class<?> type) {
    if (type == boolean.class) {
      return "true or false";
    }
    return type == double.class ? "a number" : "a whole number of " + type + " size";
  }

  private static Form form(Class<?> type) {
    if (FORMS.containsKey(type)) {
      return FORMS.get(type);
    }
    return type.isEnum()
        ? choice(type)
        : new Form(type.getAnnotation(TextForm.class).hint(), text -> Components.parse(type, text));
  }

  private static Form choice(Class<?> type) {
    List<Enum<?>> constants =
        Arrays.stream(type.getEnumConstants()).<Enum<?>>map(it -> (Enum<?>) it).toList();
    List<String> names = constants.stream().map(Enum::name).toList();
    return new Form("one of " + Nearest.list(names), text -> constants.get(index(names, text)));
  }

  private static int index(List<String> names, String text) {
    int index = names.indexOf(text);
    if (index < 0) {
      throw new IllegalArgumentException(text);
    }
    return index;
  }
}
