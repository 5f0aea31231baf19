package dev.stageproof.config;

import dev.stageproof.shape.Field;
import dev.stageproof.shape.Nearest;
import dev.stageproof.shape.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Binds the keys of a mapping to the components of records. */
final class RecordBinder {

  private final Binder binder;
  private final Problems problems;
  private final Variables variables;
  private final RecordMaker maker;

  RecordBinder(Binder binder, Problems problems, Variables variables) {
    this.binder = binder;
    this.problems = problems;
    this.variables = variables;
    this.maker = new RecordMaker(problems, variables);
  }

  Optional<Object> bind(Entries entries, Shape.Fields shape, Slot slot) {
    reportUnknown(entries, keys(shape));
    return fields(entries, shape, slot).map(Object.class::cast);
  }

  static List<String> keys(Shape.Fields shape) {
    return shape.fields().stream().map(Field::key).toList();
  }

  void reportUnknown(Entries entries, Collection<String> known) {
    entries
        .byKey()
        .forEach(
            (key, entry) -> {
              if (!known.contains(key) && !problems.full()) {
                String message = "unknown key " + Printable.quoted(key);
                problems.add(entry.key(), message, Nearest.hint(key, known));
              }
            });
  }

  /** Binds the keys of one record among others. */
  Optional<Record> fields(Entries entries, Shape.Fields shape, Slot slot) {
    int mark = variables.mark();
    List<Object> parts = new ArrayList<>();
    for (Field field : shape.fields()) {
      entries
          .find(field.key())
          .map(entry -> present(entry, field))
          .orElseGet(() -> absent(field, slot))
          .ifPresent(parts::add);
    }
    return parts.size() == shape.fields().size()
        ? maker.make(shape.type(), parts.toArray(), entries, slot, mark)
        : Optional.empty();
  }

  private Optional<Object> present(Entries.Entry entry, Field field) {
    Optional<Object> value =
        binder.bind(entry.value(), field.shape(), Slot.key(field.key(), entry.key()));
    boolean hollow = field.required() && value.filter(RecordBinder::hollow).isPresent();
    if (hollow) {
      problems.add(entry.key(), "`" + field.key() + "` is empty", "give at least one");
      return Optional.empty();
    }
    return field.optional() ? value.map(Optional::of) : value;
  }

  private static boolean hollow(Object value) {
    return (value instanceof Collection<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty());
  }

  private Optional<Object> absent(Field field, Slot slot) {
    if (field.required()) {
      String message = "%s lacks the key `%s`".formatted(slot.label(), field.key());
      problems.add(slot.place(), message, remedy(field));
      return Optional.empty();
    }
    if (field.def().isPresent()) {
      Object value = Defaults.of(field);
      return Optional.of(field.optional() ? Optional.of(value) : value);
    }
    if (field.optional()) {
      return Optional.of(Optional.empty());
    }
    return field.shape() instanceof Shape.Fields nested
        ? fields(Entries.none(), nested, slot).map(Object.class::cast)
        : Optional.of(field.shape() instanceof Shape.Table ? Map.of() : List.of());
  }

  private static String remedy(Field field) {
    return field
        .example()
        .map(example -> "for example `%s: %s`: %s".formatted(field.key(), example, field.doc()))
        .orElse("%s: %s".formatted(field.key(), field.doc()));
  }
}
