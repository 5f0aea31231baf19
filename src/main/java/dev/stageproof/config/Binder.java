package dev.stageproof.config;

import dev.stageproof.shape.Field;
import dev.stageproof.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Binds nodes to values by their shapes. An empty result means that a problem was reported; the
 * siblings are bound all the same, so that their problems are reported too.
 */
final class Binder {

  private final Problems problems;
  private final Budget budget;
  private final ScalarBinder scalars;
  private final AnyBinder anything;
  private final RecordBinder records;
  private final TaggedBinder tagged;

  Binder(Problems problems, Variables variables, Assembly assembly) {
    this.problems = problems;
    this.budget = new Budget(problems);
    this.scalars = new ScalarBinder(problems, variables);
    this.anything = new AnyBinder(problems, variables, this::inside);
    this.records = new RecordBinder(this, problems, variables);
    this.tagged = new TaggedBinder(this, records, problems, assembly);
  }

  /** False when the file was too large to be looked at as a whole. */
  boolean sawAll() {
    return !budget.exhausted();
  }

  Optional<Object> bind(Node node, Shape shape, Slot slot) {
    return inside(node, slot, () -> dispatch(node, shape, slot));
  }

  /** What is done with a node, once it is clear that it may be looked at. */
  @FunctionalInterface
  interface Look {
    Optional<Object> now();
  }

  /** Refuses what no shape takes: too much, too deep, foreign tags, nothing at all. */
  private Optional<Object> inside(Node node, Slot slot, Look look) {
    boolean affordable = budget.enter(node);
    try {
      return affordable && acceptable(node, slot) ? look.now() : Optional.empty();
    } finally {
      budget.leave();
    }
  }

  private boolean acceptable(Node node, Slot slot) {
    if (!Kinds.tagged(node)) {
      problems.add(
          node,
          "the tag " + Printable.quoted(node.getTag().getValue()) + " means nothing here",
          "remove it");
      return false;
    }
    if (Kinds.empty(node)) {
      problems.add(
          slot.place(),
          slot.label() + " has no value",
          "write one, or leave it out; the text `null` needs quotes");
      return false;
    }
    return true;
  }

  private Optional<Object> dispatch(Node node, Shape shape, Slot slot) {
    if (shape instanceof Shape.Any) {
      return anything.bind(node, slot);
    }
    if (shape instanceof Shape.Many many) {
      return many(node, many, slot);
    }
    if (shape instanceof Shape.Scalar scalar && node instanceof ScalarNode value) {
      return scalars.bind(value, scalar, slot);
    }
    if (shape instanceof Shape.Choice choice && node instanceof ScalarNode value) {
      return scalars.choose(value, choice, slot);
    }
    if (node instanceof MappingNode mapping) {
      return keys(mapping, shape, slot);
    }
    return shape instanceof Shape.Fields fields
            && node instanceof ScalarNode value
            && fields.shorthand().isPresent()
        ? shorthand(value, fields, fields.shorthand().get(), slot)
        : wrong(node, shape, slot);
  }

  /** The value is bound once more under the name that is written, so that problems name that. */
  private Optional<Object> shorthand(ScalarNode value, Shape.Fields shape, Field key, Slot slot) {
    return bind(value, key.shape(), slot)
        .flatMap(fits -> records.bind(Entries.only(key.key(), value), shape, slot));
  }

  private Optional<Object> keys(MappingNode mapping, Shape shape, Slot slot) {
    Entries entries = Entries.of(mapping);
    entries.report(problems);
    if (shape instanceof Shape.Table table) {
      return table(entries, table);
    }
    if (shape instanceof Shape.Fields fields) {
      return records.bind(entries, fields, slot);
    }
    return shape instanceof Shape.Tagged variants
        ? tagged.bind(entries, variants, slot)
        : wrong(mapping, shape, slot);
  }

  private Optional<Object> wrong(Node node, Shape shape, Slot slot) {
    problems.add(
        node,
        "%s takes %s, not %s".formatted(slot.label(), Kinds.wanted(shape), Kinds.found(node)),
        "allowed: " + Kinds.allowed(shape));
    return Optional.empty();
  }

  private Optional<Object> many(Node node, Shape.Many many, Slot slot) {
    if (node instanceof SequenceNode sequence) {
      return list(sequence.getValue(), many.element(), slot);
    }
    return many.oneOrMany()
        ? bind(node, many.element(), slot).map(List::of)
        : wrong(node, many, slot);
  }

  private Optional<Object> list(List<Node> nodes, Shape element, Slot slot) {
    List<Object> values = new ArrayList<>();
    for (Node node : nodes) {
      bind(node, element, slot.entry(node)).ifPresent(values::add);
    }
    return values.size() == nodes.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
  }

  private Optional<Object> table(Entries entries, Shape.Table table) {
    Map<String, Object> values = new LinkedHashMap<>();
    entries
        .byKey()
        .forEach(
            (key, entry) ->
                bind(entry.value(), table.value(), Slot.key(key, entry.key()))
                    .ifPresent(value -> values.put(key, value)));
    return values.size() == entries.byKey().size()
        ? Optional.of(Collections.unmodifiableMap(values))
        : Optional.empty();
  }
}
