package dev.stageproof.config;

import dev.stageproof.shape.Field;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Binds the default that stands in a component's documentation, by the rules for the file. */
final class Defaults {
  private Defaults() {}

  /**
   * The default of a field that has one.
   *
   * @throws IllegalStateException when the default does not fit its component; a programming error
   */
  static Object of(Field field) {
    String text = field.def().orElseThrow();
    SourceText source = SourceText.of("default of " + field.key(), text);
    Problems problems = new Problems(source);
    Variables none = new Variables(name -> Optional.empty(), source, problems);
    Binder binder =
        new Binder(
            problems,
            none,
            (word, common, own) -> {
              throw new IllegalStateException("a default can't be a tagged value");
            });
    Optional<Node> node = new YamlDocument(source, problems).compose();
    return node.flatMap(value -> binder.bind(value, field.shape(), Slot.key(field.key(), value)))
        .orElseThrow(
            () -> new IllegalStateException("`" + text + "` is no default: " + problems.sorted()));
  }
}
