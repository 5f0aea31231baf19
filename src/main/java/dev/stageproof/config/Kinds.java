package dev.stageproof.config;

import dev.stageproof.shape.Field;
import dev.stageproof.shape.Nearest;
import dev.stageproof.shape.Shape;
import java.util.List;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What kinds of YAML there are, and what messages call them. */
final class Kinds {

  private static final Set<Tag> SCALARS =
      Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.ENV_TAG);

  private Kinds() {}

  /** True when the node's tag is one of the core schema's, and fits its kind. */
  static boolean tagged(Node node) {
    Tag tag = node.getTag();
    if (node instanceof ScalarNode) {
      return SCALARS.contains(tag);
    }
    return tag.equals(node instanceof SequenceNode ? Tag.SEQ : Tag.MAP);
  }

  static boolean empty(Node node) {
    return node instanceof ScalarNode && Tag.NULL.equals(node.getTag());
  }

  static String found(Node node) {
    if (node instanceof MappingNode) {
      return "keys with values";
    }
    return node instanceof SequenceNode ? "a list" : "a single value";
  }

  static String wanted(Shape shape) {
    if (shape instanceof Shape.Scalar || shape instanceof Shape.Choice) {
      return "a single value";
    }
    if (shape instanceof Shape.Fields fields && fields.shorthand().isPresent()) {
      return "a single value or keys with values";
    }
    return shape instanceof Shape.Many ? "a list" : "keys with values";
  }

  /** What is allowed, for a hint. */
  static String allowed(Shape shape) {
    if (shape instanceof Shape.Scalar scalar) {
      return scalar.hint();
    }
    if (shape instanceof Shape.Choice choice) {
      return Nearest.list(words(choice));
    }
    if (shape instanceof Shape.Many many) {
      return "a list of: " + allowed(many.element());
    }
    if (shape instanceof Shape.Table table) {
      return "names with values, each: " + allowed(table.value());
    }
    if (shape instanceof Shape.Fields fields) {
      String keys = "the keys " + Nearest.list(fields.fields().stream().map(Field::key).toList());
      return fields.shorthand().map(key -> allowed(key.shape()) + ", or " + keys).orElse(keys);
    }
    return shape instanceof Shape.Tagged tagged
        ? "keys with values, `" + tagged.key() + "` among them"
        : "any value but null";
  }

  static List<String> words(Shape.Choice choice) {
    return choice.options().stream().map(Shape.Option::word).toList();
  }
}
