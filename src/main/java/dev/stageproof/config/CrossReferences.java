package dev.stageproof.config;

import dev.stageproof.shape.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * The rules between the parts of a file: ids are unique, claims and waivers name checks. They are
 * held on the nodes, so that a check with a problem of its own is still known by its id.
 */
final class CrossReferences {

  private final Entries root;
  private final Variables variables;
  private final Problems problems;

  CrossReferences(Entries root, Variables variables, Problems problems) {
    this.root = root;
    this.variables = variables;
    this.problems = problems;
  }

  void check() {
    Map<String, ScalarNode> checks = unique("checks", "check");
    unique("waivers", "waiver");
    for (Node claim : elements(root, "claims")) {
      entries(claim).stream()
          .flatMap(entries -> elements(entries, "checks").stream())
          .forEach(id -> known(id, checks));
    }
    for (Node waiver : elements(root, "waivers")) {
      entries(waiver).flatMap(entries -> entries.value("check")).ifPresent(id -> known(id, checks));
    }
  }

  /** The ids under a key, each with the first node that gives it; an alias is that very node. */
  @SuppressWarnings("ReferenceEquality")
  private Map<String, ScalarNode> unique(String key, String what) {
    Map<String, ScalarNode> first = new LinkedHashMap<>();
    for (Node element : elements(root, key)) {
      Optional<Node> id = entries(element).flatMap(entries -> entries.value("id"));
      if (id.isPresent() && id.get() instanceof ScalarNode node && !Kinds.empty(node)) {
        ScalarNode earlier = first.putIfAbsent(variables.peek(node), node);
        if (earlier != null && earlier != node) {
          int line = Span.of(earlier).line();
          problems.add(
              node,
              "duplicate " + what + " id " + Printable.quoted(node.getValue()),
              "it was given on line " + line + "; every " + what + " needs an id of its own");
        }
      }
    }
    return first;
  }

  private void known(Node node, Map<String, ScalarNode> checks) {
    if (!(node instanceof ScalarNode id) || Kinds.empty(node) || problems.full()) {
      return;
    }
    if (checks.containsKey(variables.peek(id))) {
      return;
    }
    List<String> ids = checks.values().stream().map(ScalarNode::getValue).toList();
    problems.add(
        id,
        "no check has the id " + Printable.quoted(id.getValue()),
        ids.isEmpty() ? "give a check this id" : Nearest.hint(id.getValue(), ids));
  }

  private static List<Node> elements(Entries entries, String key) {
    return entries
        .value(key)
        .map(node -> node instanceof SequenceNode sequence ? sequence.getValue() : List.<Node>of())
        .orElse(List.of());
  }

  private static Optional<Entries> entries(Node node) {
    return node instanceof MappingNode mapping
        ? Optional.of(Entries.of(mapping))
        : Optional.empty();
  }
}
