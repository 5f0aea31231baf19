package dev.stageproof.config;

import org.snakeyaml.engine.v2.nodes.Node;

/**
 * The place that a value is for.
 *
 * @param label what messages call it: "`timeout`", "an entry of `tags`"
 * @param place where to point when there is no value to point at
 */
record Slot(String label, Span place) {

  /** The whole file. */
  static final Slot FILE = new Slot("the file", Span.FILE);

  static Slot key(String key, Node node) {
    return new Slot(Printable.quoted(key), Span.of(node));
  }

  /** The slot of one element of the list in this slot. */
  Slot entry(Node element) {
    String name = label.startsWith("an entry of ") ? label : "an entry of " + label;
    return new Slot(name, Span.of(element));
  }
}
