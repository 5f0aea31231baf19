package dev.stageproof.config;

import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.CollectionNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Where something stands in a file.
 *
 * @param line from 1; 0 for the file as a whole
 * @param column from 1, in code points; 0 for the file as a whole
 * @param width in code points; may reach beyond the end of the line, which is where it is cut
 */
record Span(int line, int column, int width) {

  /** The file as a whole. */
  static final Span FILE = new Span(0, 0, 0);

  /** Where a file begins, for a fault that has no better place. */
  static final Span TOP = new Span(1, 1, 1);

  /** A block mapping is shown by its first key: it has no sign of its own. */
  static Span of(Node node) {
    if (node instanceof MappingNode mapping
        && mapping.getFlowStyle() == FlowStyle.BLOCK
        && !mapping.getValue().isEmpty()) {
      return of(mapping.getValue().get(0).getKeyNode());
    }
    Mark start = node.getStartMark().orElseThrow(() -> new IllegalStateException("no marks"));
    return new Span(start.getLine() + 1, start.getColumn() + 1, width(node, start));
  }

  static Span of(Mark mark) {
    return new Span(mark.getLine() + 1, mark.getColumn() + 1, 1);
  }

  private static int width(Node node, Mark start) {
    if (node instanceof CollectionNode<?> block && block.getFlowStyle() == FlowStyle.BLOCK) {
      return 1;
    }
    return node.getEndMark()
        .filter(end -> end.getLine() == start.getLine())
        .map(end -> end.getColumn() - start.getColumn())
        .orElse(Integer.MAX_VALUE);
  }
}
