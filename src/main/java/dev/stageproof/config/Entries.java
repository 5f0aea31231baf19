package dev.stageproof.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The keys of a mapping and what they hold.
 *
 * @param byKey by key; of duplicates the first
 * @param repeated keys that were given before
 * @param unreadable keys that are lists or maps
 */
record Entries(Map<String, Entry> byKey, List<ScalarNode> repeated, List<Node> unreadable) {

  /** One key with its value. */
  record Entry(ScalarNode key, Node value) {}

  /** No key at all, for a record that is left out and made of defaults. */
  static Entries none() {
    return new Entries(Map.of(), List.of(), List.of());
  }

  /** One key that is not written: its value stands for all of them. */
  static Entries only(String key, ScalarNode value) {
    return new Entries(Map.of(key, new Entry(value, value)), List.of(), List.of());
  }

  static Entries of(MappingNode mapping) {
    Entries entries = new Entries(new LinkedHashMap<>(), new ArrayList<>(), new ArrayList<>());
    mapping.getValue().forEach(entries::sort);
    return new Entries(
        Collections.unmodifiableMap(entries.byKey),
        List.copyOf(entries.repeated),
        List.copyOf(entries.unreadable));
  }

  private void sort(NodeTuple tuple) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      unreadable.add(tuple.getKeyNode());
    } else if (byKey.containsKey(key.getValue())) {
      repeated.add(key);
    } else {
      byKey.put(key.getValue(), new Entry(key, tuple.getValueNode()));
    }
  }

  Optional<Entry> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  Optional<Node> value(String key) {
    return find(key).map(Entry::value);
  }

  void report(Problems problems) {
    byKey.values().stream()
        .map(Entry::key)
        .filter(key -> !Kinds.tagged(key))
        .forEach(key -> problems.add(key, "a key can't have a tag", "remove it"));
    unreadable.forEach(node -> problems.add(node, "a key must be one word", "write `key: value`"));
    for (ScalarNode key : repeated) {
      int first = Span.of(byKey.get(key.getValue()).key()).line();
      problems.add(
          key,
          "duplicate key " + Printable.quoted(key.getValue()),
          "it was given on line " + first + "; remove one of the two");
    }
  }
}
