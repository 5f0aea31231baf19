package dev.stageproof.config;

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
import org.snakeyaml.engine.v2.nodes.Tag;

/** Binds a value that may be anything, by YAML 1.2's core schema. */
final class AnyBinder {

  /** Looks into a node if that is allowed. */
  @FunctionalInterface
  interface Gate {
    Optional<Object> inside(Node node, Slot slot, Binder.Look look);
  }

  private final Problems problems;
  private final Variables variables;
  private final Gate gate;

  AnyBinder(Problems problems, Variables variables, Gate gate) {
    this.problems = problems;
    this.variables = variables;
    this.gate = gate;
  }

  /** String, Long, Double, Boolean, List or Map. */
  Optional<Object> bind(Node node, Slot slot) {
    if (node instanceof SequenceNode sequence) {
      return list(sequence.getValue(), slot);
    }
    return node instanceof MappingNode mapping
        ? map(Entries.of(mapping))
        : variables.expand((ScalarNode) node).flatMap(scalar -> scalar(scalar, slot));
  }

  private Optional<Object> nested(Node node, Slot slot) {
    return gate.inside(node, slot, () -> bind(node, slot));
  }

  private Optional<Object> list(List<Node> nodes, Slot slot) {
    List<Object> values = new ArrayList<>();
    nodes.forEach(node -> nested(node, slot.entry(node)).ifPresent(values::add));
    return values.size() == nodes.size() ? Optional.of(List.copyOf(values)) : Optional.empty();
  }

  private Optional<Object> map(Entries entries) {
    entries.report(problems);
    Map<String, Object> values = new LinkedHashMap<>();
    entries
        .byKey()
        .forEach(
            (key, entry) ->
                nested(entry.value(), Slot.key(key, entry.key()))
                    .ifPresent(value -> values.put(key, value)));
    return values.size() == entries.byKey().size()
        ? Optional.of(Collections.unmodifiableMap(values))
        : Optional.empty();
  }

  private Optional<Object> scalar(Scalar scalar, Slot slot) {
    boolean text = scalar.is(Tag.STR) || (scalar.expanded() && !scalar.node().isPlain());
    if (text) {
      return Optional.of(scalar.text());
    }
    Optional<Object> value = ScalarForms.core(scalar);
    if (value.isEmpty()) {
      problems.add(
          scalar.node(),
          scalar.shown() + " is not a number that " + slot.label() + " can hold",
          "allowed: 64-bit whole numbers and finite numbers; anything else in quotes");
    }
    return value;
  }
}
