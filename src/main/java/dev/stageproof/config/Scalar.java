package dev.stageproof.config;

import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One scalar value with its variables put in.
 *
 * @param text the value
 * @param tag what YAML 1.2's core schema takes it for
 * @param expanded true when it held a reference to a variable
 * @param foreign true when a variable's value went into it, which must not be shown
 */
record Scalar(ScalarNode node, String text, Tag tag, boolean expanded, boolean foreign) {

  /** The value as it is written in the file, for messages. */
  String shown() {
    return Printable.quoted(node.getValue());
  }

  boolean is(Tag wanted) {
    return wanted.equals(tag);
  }

  /** True when quotes keep it from being a number or a truth value. */
  boolean quoted() {
    return !node.isPlain() && !expanded;
  }
}
