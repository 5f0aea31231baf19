package dev.stageproof.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects what is wrong with one file. Not for several threads. */
final class Problems {

  /** Nobody mends more than this at once, and a hostile file must not fill the memory. */
  static final int MOST = 200;

  private final SourceText source;

  /** A set: a node that several aliases repeat is one problem. */
  private final Set<Problem> found = new LinkedHashSet<>();

  Problems(SourceText source) {
    this.source = source;
  }

  void add(Node node, String message, String hint) {
    add(Span.of(node), message, hint);
  }

  void add(Span span, String message, String hint) {
    add(span, message, Optional.of(hint));
  }

  void add(Span span, String message, Optional<String> hint) {
    if (full()) {
      return;
    }
    String line = source.line(span.line());
    int rest = line.codePointCount(0, line.length()) - span.column() + 1;
    int width = span.line() == 0 ? 0 : Math.max(1, Math.min(span.width(), rest));
    found.add(new Problem(source.file(), span.line(), span.column(), width, message, line, hint));
  }

  /** True when further problems would not be kept. */
  boolean full() {
    return found.size() >= MOST;
  }

  boolean any() {
    return !found.isEmpty();
  }

  void throwIfAny() throws ConfigException {
    if (any()) {
      throw new ConfigException(sorted());
    }
  }

  List<Problem> sorted() {
    return found.stream().sorted(Problem.BY_POSITION).toList();
  }
}
