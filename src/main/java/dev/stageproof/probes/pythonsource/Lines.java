package dev.stageproof.probes.pythonsource;

import java.util.Optional;

/** Logical lines, with a look at the next one. For one thread. */
final class Lines {

  private final Lexer lexer;
  private Optional<Line> ahead = Optional.empty();

  Lines(Lexer lexer) {
    this.lexer = lexer;
  }

  Optional<Line> peek() throws UnreadableSource {
    if (ahead.isEmpty()) {
      ahead = lexer.next();
    }
    return ahead;
  }

  Line next() throws UnreadableSource {
    Line line = peek().orElseThrow();
    ahead = Optional.empty();
    return line;
  }

  /** True when the next line has just this indentation and starts with one of the words. */
  boolean goesOn(int indent, String... words) throws UnreadableSource {
    Optional<Line> line = peek();
    if (line.isEmpty() || line.get().indent() != indent) {
      return false;
    }
    for (String word : words) {
      if (line.get().starts(word)) {
        return true;
      }
    }
    return false;
  }

  /** True when the next line is indented further than {@code indent}. */
  boolean deeper(int indent) throws UnreadableSource {
    return peek().filter(line -> line.indent() > indent).isPresent();
  }
}
