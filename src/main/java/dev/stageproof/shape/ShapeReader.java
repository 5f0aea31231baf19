package dev.stageproof.shape;

import dev.stageproof.model.Doc;
import dev.stageproof.model.OneOrMany;
import dev.stageproof.model.TextForm;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the shape of a record class from its components and their {@link Doc}.
 *
 * @param naming how keys and words are written
 * @param known shapes of classes that are not read from the class itself
 */
public record ShapeReader(Naming naming, Map<Class<?>, Shape> known) {

  private static final Map<Class<?>, Shape.Scalar> SCALARS =
      Map.ofEntries(
          plain(String.class, "text"),
          plain(boolean.class, "true or false"),
          plain(int.class, "a whole number"),
          plain(long.class, "a whole number"),
          plain(double.class, "a number"),
          Map.entry(
              Duration.class,
              new Shape.Scalar(
                  Duration.class,
                  Optional.of(Durations.PATTERN),
                  "a length of time with its unit, such as 500ms, 20s, 15m, 1h30m or 7d")),
          Map.entry(
              Instant.class,
              new Shape.Scalar(
                  Instant.class,
                  Optional.of("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?Z"),
                  "a UTC time such as 2026-09-15T08:26:09Z")),
          Map.entry(
              LocalDate.class,
              new Shape.Scalar(
                  LocalDate.class,
                  Optional.of("\\d{4}-\\d{2}-\\d{2}"),
                  "a date such as 2026-12-31")));

  private static Map.Entry<Class<?>, Shape.Scalar> plain(Class<?> type, String hint) {
    return Map.entry(type, new Shape.Scalar(type, Optional.empty(), hint));
  }

  /**
   * The shape of a record class.
   *
   * @throws IllegalArgumentException when a component has a type that settings can't have; a
   *     programming error
   */
  public Shape.Fields fields(Class<? extends Record> type) {
    List<Field> fields = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      fields.add(field(component));
    }
    Doc doc = type.getAnnotation(Doc.class);
    return new Shape.Fields(type, doc == null ? "" : doc.value(), fields);
  }

  private Field field(RecordComponent component) {
    Type type = component.getGenericType();
    boolean optional = raw(type) == Optional.class;
    Type inner = optional ? argument(type, 0) : type;
    Shape shape = shape(inner, component.isAnnotationPresent(OneOrMany.class));
    Doc doc = component.getAnnotation(Doc.class);
    Optional<String> def = text(doc == null ? "" : doc.def());
    boolean collection = shape instanceof Shape.Many || shape instanceof Shape.Table;
    boolean must = doc != null && doc.required();
    return new Field(
        naming.key(component.getName()),
        component.getName(),
        shape,
        doc == null ? "" : doc.value(),
        def,
        text(doc == null ? "" : doc.example()),
        must || (!optional && !collection && def.isEmpty() && !allDefaulted(shape)),
        optional);
  }

  /** A nested record that needs no key at all may be left out as a whole. */
  private static boolean allDefaulted(Shape shape) {
    return shape instanceof Shape.Fields nested
        && nested.fields().stream().noneMatch(Field::required);
  }

  private Shape shape(Type type, boolean oneOrMany) {
    Class<?> raw = MethodType.methodType(raw(type)).unwrap().returnType();
    if (known.containsKey(raw)) {
      return known.get(raw);
    }
    if (SCALARS.containsKey(raw)) {
      return SCALARS.get(raw);
    }
    if (raw == List.class) {
      return new Shape.Many(shape(argument(type, 0), false), oneOrMany);
    }
    if (raw == Map.class) {
      return new Shape.Table(shape(argument(type, 1), false));
    }
    if (raw == Object.class) {
      return new Shape.Any();
    }
    return declared(raw);
  }

  private Shape declared(Class<?> raw) {
    TextForm form = raw.getAnnotation(TextForm.class);
    if (form != null) {
      return new Shape.Scalar(raw, Optional.of(form.pattern()), form.hint());
    }
    if (raw.isEnum()) {
      return choice(raw);
    }
    if (raw.isRecord()) {
      return fields(raw.asSubclass(Record.class));
    }
    throw new IllegalArgumentException("a setting can't be a " + raw.getName());
  }

  @SuppressWarnings("unchecked")
  private Shape.Choice choice(Class<?> raw) {
    List<Shape.Option> options =
        Arrays.stream(raw.getEnumConstants()).map(constant -> option((Enum<?>) constant)).toList();
    return new Shape.Choice((Class<? extends Enum<?>>) raw, options);
  }

  private Shape.Option option(Enum<?> constant) {
    try {
      Doc doc = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Doc.class);
      String text = doc == null ? "" : doc.value();
      return new Shape.Option(constant.name(), naming.word(constant.name()), text);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("an enum constant is always a public field", e);
    }
  }

  private static Class<?> raw(Type type) {
    return (Class<?>) (type instanceof ParameterizedType p ? p.getRawType() : type);
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  private static Optional<String> text(String value) {
    return value.isEmpty() ? Optional.empty() : Optional.of(value);
  }
}
