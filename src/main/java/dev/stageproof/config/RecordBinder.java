package dev.stageproof.config;

import dev.stageproof.model.InvalidSetting;
import dev.stageproof.shape.Components;
import dev.stageproof.shape.Field;
import dev.stageproof.shape.Shape;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Binds the keys of a mapping to the components of records. */
final class RecordBinder {

  private final Binder binder;
  private final Problems problems;
  private final Variables variables;
  private final Assembly assembly;

  RecordBinder(Binder binder, Problems problems, Variables variables, Assembly assembly) {
    this.binder = binder;
    this.problems = problems;
    this.variables = variables;
    this.assembly = assembly;
  }

  Optional<Object> bind(Entries entries, Shape.Fields shape, Slot slot) {
    reportUnknown(entries, keys(shape).toList());
    return fields(entries, shape, slot).map(Object.class::cast);
  }

  /** Without a known tag only the common keys can be checked; the others may be right. */
  Optional<Object> bind(Entries entries, Shape.Tagged shape, Slot slot) {
    Optional<String> word = word(entries, shape, slot);
    Optional<Record> common = fields(entries, shape.common(), slot);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Shape.Fields own = shape.variants().get(word.get());
    Stream<String> known = Stream.concat(Stream.of(shape.key()), keys(shape.common()));
    reportUnknown(entries, Stream.concat(known, keys(own)).toList());
    Optional<Record> settings = fields(entries, own, slot);
    return common.isPresent() && settings.isPresent()
        ? Optional.of(assembly.assemble(word.get(), common.get(), settings.get()))
        : Optional.empty();
  }

  private static Stream<String> keys(Shape.Fields shape) {
    return shape.fields().stream().map(Field::key);
  }

  private void reportUnknown(Entries entries, Collection<String> known) {
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

  private Optional<String> word(Entries entries, Shape.Tagged shape, Slot slot) {
    Collection<String> words = shape.variants().keySet();
    Optional<Entries.Entry> entry = entries.find(shape.key());
    if (entry.isEmpty()) {
      String message = "%s lacks the key `%s`".formatted(slot.label(), shape.key());
      problems.add(slot.place(), message, "allowed: " + Nearest.list(words));
    }
    Shape.Scalar text = new Shape.Scalar(String.class, Optional.empty(), Nearest.list(words));
    return entry
        .flatMap(at -> binder.bind(at.value(), text, Slot.key(shape.key(), at.key())))
        .map(String.class::cast)
        .filter(word -> known(word, words, (ScalarNode) entry.get().value(), shape.key()));
  }

  private boolean known(String word, Collection<String> words, ScalarNode node, String key) {
    if (!words.contains(word)) {
      String written = Printable.quoted(node.getValue());
      String hint =
          node.getValue().equals(word)
              ? Nearest.hint(word, words)
              : "allowed: " + Nearest.list(words);
      problems.add(node, written + " is no known " + key, hint);
    }
    return words.contains(word);
  }

  private Optional<Record> fields(Entries entries, Shape.Fields shape, Slot slot) {
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
        ? create(shape.type(), parts.toArray(), entries, slot, mark)
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

  private Optional<Record> create(
      Class<? extends Record> type, Object[] parts, Entries entries, Slot slot, int mark) {
    try {
      return Optional.of(Components.create(type, parts));
    } catch (IllegalArgumentException e) {
      refused(e, entries, slot, mark);
      return Optional.empty();
    }
  }

  private void refused(IllegalArgumentException e, Entries entries, Slot slot, int mark) {
    String key = e instanceof InvalidSetting setting ? setting.key() : "";
    Optional<Node> blamed = entries.find(key).map(RecordBinder::place);
    Span place = blamed.map(Span::of).orElse(slot.place());
    String whole = key.isEmpty() ? slot.label() : "`" + key + "`";
    String message = Optional.ofNullable(e.getMessage()).orElse(whole + " is not allowed");
    if (blamed.filter(Expansion::holdsReference).isPresent() || variables.tells(message, mark)) {
      String instead = whole + " does not take the value of this variable";
      problems.add(place, instead, "see what the variable holds; it is not shown here");
    } else {
      problems.add(place, message, Optional.empty());
    }
  }

  /** A list or a map is shown by its key. */
  private static Node place(Entries.Entry entry) {
    return entry.value() instanceof ScalarNode ? entry.value() : entry.key();
  }
}
