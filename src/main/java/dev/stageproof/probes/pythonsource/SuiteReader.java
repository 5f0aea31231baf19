package dev.stageproof.probes.pythonsource;

import java.util.List;

/** Reads statements one below the other, and the blocks among them. For one thread. */
final class SuiteReader {

  private static final int MOST_NESTED = 100;

  private final Lines lines;
  private final Facts facts;
  private final FlowReader flow;
  private final DefinitionReader definitions;
  private int nested;
  private int classes;

  SuiteReader(Lines lines, Facts facts) {
    this.lines = lines;
    this.facts = facts;
    this.flow = new FlowReader(this, lines, facts);
    this.definitions = new DefinitionReader(this, lines, facts);
  }

  /** Reads the whole source. */
  Effects module() throws UnreadableSource {
    Effects names = new Effects();
    while (lines.peek().isPresent()) {
      require(lines.peek().get().indent() == 0, lines.peek().get(), "an indentation too many");
      reachable(names);
    }
    if (names.ended()) {
      facts.raise("an exception on every way", 1);
    }
    return names;
  }

  boolean inClass() {
    return classes > 0;
  }

  /** The body of a class; its names are not the module's. */
  Effects classBody(Line head, int colon) throws UnreadableSource {
    classes++;
    Effects body = block(head, colon);
    classes--;
    return body;
  }

  /** The block of a head, on the same line or below. */
  Effects block(Line head, int colon) throws UnreadableSource {
    Effects body = new Effects();
    List<Token> rest = head.tokens().subList(colon + 1, head.tokens().size());
    if (rest.isEmpty()) {
      below(head, body);
    } else {
      new SimpleReader(facts, body, inClass()).all(rest);
    }
    return body;
  }

  private void below(Line head, Effects body) throws UnreadableSource {
    nested++;
    require(nested <= MOST_NESTED, head, "more than " + MOST_NESTED + " blocks in each other");
    require(lines.deeper(head.indent()), head, "a block without statements");
    int indent = lines.peek().orElseThrow().indent();
    while (lines.deeper(head.indent())) {
      Line line = lines.peek().orElseThrow();
      require(line.indent() == indent, line, "an indentation that fits no block");
      reachable(body);
    }
    nested--;
  }

  /** Nothing that follows an exception in the same block is run. */
  private void reachable(Effects names) throws UnreadableSource {
    if (names.ended()) {
      facts.unreached();
      statement(names);
      facts.reached();
    } else {
      statement(names);
    }
  }

  private void statement(Effects names) throws UnreadableSource {
    Line line = lines.next();
    if (line.cut()) {
      facts.open("a statement too long to be read", line.number());
    }
    Line head = line.starts("async") && line.tokens().size() > 1 ? line.withoutFirst() : line;
    if (head.starts("def") || head.starts("class")) {
      definitions.read(head, names);
    } else if (!flow.read(head, names)) {
      if (line.starts("@")) {
        scan(line.tokens(), names);
      } else {
        new SimpleReader(facts, names, inClass()).all(line.tokens());
      }
    }
  }

  void scan(List<Token> tokens, Effects names) {
    new Scan(tokens, facts, inClass()).into(names);
  }

  /** The place of the colon that ends the head of a block. */
  static int colon(Line head) throws UnreadableSource {
    List<Integer> places = Tokens.places(head.tokens(), ":");
    if (places.isEmpty()) {
      throw new UnreadableSource(head.number(), "a block without a colon");
    }
    return places.get(0);
  }

  static void require(boolean holds, Line line, String message) throws UnreadableSource {
    if (!holds) {
      throw new UnreadableSource(line.number(), message);
    }
  }
}
