package dev.stageproof.config;

import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Bounds what a file may grow to: aliases let a few lines stand for millions of values, and an
 * alias inside its own anchor for endlessly many.
 */
final class Budget {

  /** Far above any configuration written by hand. */
  static final int MOST_NODES = 20_000;

  static final int MOST_DEPTH = 50;

  static final String TOO_DEEP = "nested deeper than " + MOST_DEPTH + " levels";
  static final String FLATTER = "no setting needs that; check the brackets and aliases";

  private final Problems problems;
  private int nodes;
  private int depth;

  Budget(Problems problems) {
    this.problems = problems;
  }

  /** Counts one value; false when it must not be looked into. Pairs with {@link #leave()}. */
  boolean enter(Node node) {
    depth++;
    nodes++;
    if (nodes == MOST_NODES + 1) {
      problems.add(
          node,
          "the file stands for more than 20,000 values",
          "aliases (`*name`) repeat what they name: use fewer, or split the file");
    }
    if (depth > MOST_DEPTH) {
      problems.add(node, TOO_DEEP, FLATTER);
    }
    return !exhausted() && depth <= MOST_DEPTH;
  }

  void leave() {
    depth--;
  }

  boolean exhausted() {
    return nodes > MOST_NODES;
  }
}
