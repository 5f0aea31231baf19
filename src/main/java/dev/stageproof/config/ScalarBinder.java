package dev.stageproof.config;

import dev.stageproof.shape.Components;
import dev.stageproof.shape.Nearest;
import dev.stageproof.shape.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Binds single values: text, numbers, times, words, and types with a text form of their own. */
final class ScalarBinder {

  private static final Pattern BARE_NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

  /** Java's regular expressions recurse on repeated groups: a long text overflows the stack. */
  private static final int LONGEST_MATCHED = 1000;

  private static final Set<Class<?>> UNQUOTED =
      Set.of(boolean.class, int.class, long.class, double.class);

  private final Problems problems;
  private final Variables variables;

  ScalarBinder(Problems problems, Variables variables) {
    this.problems = problems;
    this.variables = variables;
  }

  Optional<Object> bind(ScalarNode node, Shape.Scalar shape, Slot slot) {
    return variables.expand(node).flatMap(scalar -> read(scalar, shape, slot));
  }

  Optional<Object> choose(ScalarNode node, Shape.Choice choice, Slot slot) {
    return variables.expand(node).flatMap(scalar -> choose(scalar, choice, slot));
  }

  private Optional<Object> read(Scalar scalar, Shape.Scalar shape, Slot slot) {
    if (!ScalarForms.known(shape.type())) {
      return parse(scalar, shape, slot);
    }
    Optional<Object> value =
        matches(scalar, shape) ? ScalarForms.read(shape.type(), scalar) : Optional.empty();
    if (value.isEmpty()) {
      refuse(scalar, shape, slot);
    }
    return value;
  }

  private static boolean matches(Scalar scalar, Shape.Scalar shape) {
    String text = scalar.text();
    return shape.pattern().isEmpty()
        || (text.length() <= LONGEST_MATCHED && text.matches(shape.pattern().get()));
  }

  private void refuse(Scalar scalar, Shape.Scalar shape, Slot slot) {
    String text = scalar.text();
    if (shape.type() == Duration.class && BARE_NUMBER.matcher(text).matches()) {
      String number = scalar.foreign() || text.contains(".") ? "30" : text;
      problems.add(
          scalar.node(),
          scalar.shown() + " has no unit",
          "write %1$s, %2$s or %3$s".formatted(number + "s", number + "m", number + "h"));
      return;
    }
    boolean unquote = UNQUOTED.contains(shape.type()) && scalar.quoted();
    problems.add(
        scalar.node(),
        scalar.shown() + " is not what " + slot.label() + " takes",
        "allowed: " + shape.hint() + (unquote ? ", without quotes" : ""));
  }

  private Optional<Object> parse(Scalar scalar, Shape.Scalar shape, Slot slot) {
    try {
      return Optional.of(Components.parse(shape.type(), scalar.text()));
    } catch (IllegalArgumentException e) {
      // The type's own message quotes the text, which must not be shown when a variable holds it.
      String message =
          scalar.foreign() || e.getMessage() == null
              ? scalar.shown() + " is not what " + slot.label() + " takes"
              : e.getMessage();
      problems.add(scalar.node(), message, "allowed: " + shape.hint());
      return Optional.empty();
    }
  }

  private Optional<Object> choose(Scalar scalar, Shape.Choice choice, Slot slot) {
    Optional<Object> constant = constant(scalar.text(), choice);
    if (constant.isEmpty()) {
      List<String> words = Kinds.words(choice);
      String hint =
          scalar.foreign() ? "allowed: " + Nearest.list(words) : Nearest.hint(scalar.text(), words);
      problems.add(scalar.node(), scalar.shown() + " is not what " + slot.label() + " takes", hint);
    }
    return constant;
  }

  private static Optional<Object> constant(String word, Shape.Choice choice) {
    for (Shape.Option option : choice.options()) {
      if (option.word().equals(word)) {
        for (Enum<?> constant : choice.type().getEnumConstants()) {
          if (constant.name().equals(option.constant())) {
            return Optional.of(constant);
          }
        }
      }
    }
    return Optional.empty();
  }
}
