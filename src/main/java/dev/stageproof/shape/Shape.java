package dev.stageproof.shape;

import dev.stageproof.model.ShortForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What values a setting or a record component takes. Immutable. */
public sealed interface Shape {

  /**
   * One piece of text or a number, written as one YAML scalar.
   *
   * @param type String, boolean, int, long, double, Duration, Instant, LocalDate, or a type marked
   *     {@link dev.stageproof.model.TextForm}
   * @param pattern what its text matches whole; empty for JSON's own types and free text
   * @param hint what is allowed, for an error message
   */
  record Scalar(Class<?> type, Optional<String> pattern, String hint) implements Shape {}

  /** One of a few words. */
  record Choice(Class<? extends Enum<?>> type, List<Option> options) implements Shape {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /**
   * A word that may be chosen.
   *
   * @param constant the enum constant's name
   * @param word how it is written
   */
  record Option(String constant, String word, String doc) {}

  /** A list; {@code oneOrMany} when a single element may stand without brackets. */
  record Many(Shape element, boolean oneOrMany) implements Shape {}

  /** A map from free names to values. */
  record Table(Shape value) implements Shape {}

  /** A record: known keys, each with its own shape. */
  record Fields(Class<? extends Record> type, String doc, List<Field> fields) implements Shape {
    public Fields {
      fields = List.copyOf(fields);
    }

    /** The field whose value may stand for the whole record; see {@link ShortForm}. */
    public Optional<Field> shorthand() {
      return Optional.ofNullable(type.getAnnotation(ShortForm.class))
          .flatMap(form -> fields.stream().filter(is(form.value())).findFirst());
    }

    private static Predicate<Field> is(String component) {
      return field -> field.component().equals(component);
    }
  }

  /**
   * A record whose further keys depend on the word under one key.
   *
   * @param key the key that tells the variants apart: "type"
   * @param common the keys that every variant has
   * @param variants by word, in the order in which they are offered
   */
  record Tagged(String key, Fields common, Map<String, Fields> variants) implements Shape {}

  /** Any YAML or JSON value; bound to String, Long, Double, Boolean, List or Map. */
  record Any() implements Shape {}
}
