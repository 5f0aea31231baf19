package dev.stageproof.probes.pythonsource;

import dev.stageproof.probes.pythonsource.ModuleSource.Served;
import java.util.List;
import java.util.Optional;

/**
 * Reads a module's {@code __getattr__} where it is plain: {@code if name == "Old":}, a warning, and
 * a {@code return}.
 *
 * @param parameter what it calls the name; empty when it has none
 * @see <a href="https://peps.python.org/pep-0562/">PEP 562</a>
 */
record GetattrReader(Facts facts, Optional<String> parameter) {

  void read(List<Line> body) {
    int at = 0;
    while (at < body.size()) {
      Line line = body.get(at);
      int end = at + 1;
      while (end < body.size() && body.get(end).indent() > line.indent()) {
        end++;
      }
      List<String> names = asked(line);
      if (!names.isEmpty()) {
        block(names, body.subList(at + 1, end));
      } else if (end == at + 1) {
        warnings(line, true, List.of());
      } else {
        body.subList(at, end).forEach(each -> warnings(each, false, List.of()));
      }
      at = end;
    }
  }

  /** The names that an {@code if} asks for; none when it can't be told. */
  private List<String> asked(Line line) {
    int colon = Tokens.places(line.tokens(), ":").stream().findFirst().orElse(0);
    boolean asks = (line.starts("if") || line.starts("elif")) && parameter.isPresent() && colon > 3;
    if (!asks) {
      return List.of();
    }
    List<Token> condition = line.tokens().subList(1, colon);
    Token left = condition.get(0);
    String comparison = condition.get(1).text();
    List<Token> right = condition.subList(2, condition.size());
    if (left.is(parameter.get()) && comparison.equals("==")) {
      return StringValue.of(right).map(List::of).orElse(List.of());
    }
    if (left.is(parameter.get()) && comparison.equals("in") && right.get(0).opens()) {
      return Tokens.texts(right).orElse(List.of());
    }
    boolean turned =
        comparison.equals("==") && right.size() == 1 && right.get(0).is(parameter.get());
    return turned ? StringValue.of(List.of(left)).map(List::of).orElse(List.of()) : List.of();
  }

  private void block(List<String> names, List<Line> block) {
    for (Line line : block) {
      warnings(line, line.indent() == block.get(0).indent(), names);
    }
    Optional<Line> last =
        block.isEmpty() ? Optional.empty() : Optional.of(block.get(block.size() - 1));
    boolean answers =
        last.filter(line -> line.starts("return") && line.indent() == block.get(0).indent())
            .isPresent();
    if (answers) {
      List<Token> returned = last.get().tokens().subList(1, last.get().tokens().size());
      for (String name : names) {
        facts.serve(new Served(name, Tokens.dotted(returned), last.get().number()));
      }
    }
  }

  private void warnings(Line line, boolean certain, List<String> names) {
    List<Token> tokens = line.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      boolean called = tokens.get(i).is("warn") && Tokens.at(tokens, i + 1, "(");
      int number = tokens.get(i).line();
      if (called) {
        WarnCall.at(tokens, i)
            .ifPresent(call -> facts.warn(call.message(), call.category(), number, certain, names));
      }
    }
  }
}
