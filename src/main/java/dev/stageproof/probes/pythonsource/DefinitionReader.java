package dev.stageproof.probes.pythonsource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads functions, whose bodies are not run at once, and classes, whose bodies are. */
final class DefinitionReader {

  private static final String ANSWERS_NAMES = "__getattr__";

  private final SuiteReader suites;
  private final Lines lines;
  private final Facts facts;

  DefinitionReader(SuiteReader suites, Lines lines, Facts facts) {
    this.suites = suites;
    this.lines = lines;
    this.facts = facts;
  }

  void read(Line head, Effects names) throws UnreadableSource {
    boolean named = head.tokens().size() > 2 && head.tokens().get(1).isName();
    SuiteReader.require(named, head, "a definition without a name");
    int colon = SuiteReader.colon(head);
    suites.scan(head.tokens().subList(0, colon), names);
    if (head.starts("class")) {
      ofClass(head, colon, names);
    } else {
      ofFunction(head, colon, names);
    }
  }

  private void ofClass(Line head, int colon, Effects names) throws UnreadableSource {
    Effects body = suites.classBody(head, colon);
    if (body.ended()) {
      names.end();
    }
    List<String> members = new ArrayList<>();
    boolean complete = true;
    for (var entry : body.names().entrySet()) {
      Options options = entry.getValue();
      complete &= !options.kept();
      boolean value = options.ways().stream().allMatch(way -> way instanceof Binding.OfValue);
      if (value && !options.ways().isEmpty() && !options.kept() && !options.unset()) {
        members.add(entry.getKey());
      }
    }
    names.bind(
        head.tokens().get(1).text(),
        new Binding.OfClass(
            head.number(), bases(head.tokens().subList(0, colon)), List.copyOf(members), complete));
  }

  private static List<String> bases(List<Token> head) {
    int open = Tokens.at(head, 2, "[") ? Tokens.closing(head, 2) + 1 : 2;
    if (!Tokens.at(head, open, "(")) {
      return List.of();
    }
    List<String> bases = new ArrayList<>();
    for (List<Token> base : Tokens.split(head.subList(open + 1, Tokens.closing(head, open)), ",")) {
      if (!Tokens.at(base, 1, "=")) {
        Tokens.leading(base).ifPresent(bases::add);
      }
    }
    return List.copyOf(bases);
  }

  private void ofFunction(Line head, int colon, Effects names) throws UnreadableSource {
    String name = head.tokens().get(1).text();
    List<Token> rest = head.tokens().subList(colon + 1, head.tokens().size());
    boolean answers = name.equals(ANSWERS_NAMES) && !suites.inClass();
    List<Line> kept = new ArrayList<>();
    if (rest.isEmpty()) {
      SuiteReader.require(lines.deeper(head.indent()), head, "a block without statements");
      while (lines.deeper(head.indent())) {
        Line line = lines.next();
        late(line.tokens());
        if (answers) {
          kept.add(line);
        }
      }
    } else {
      late(rest);
    }
    names.bind(name, new Binding.OfFunction(head.number()));
    if (answers) {
      new GetattrReader(facts, parameter(head)).read(kept);
    }
  }

  private static Optional<String> parameter(Line head) {
    boolean named = head.tokens().size() > 3 && head.tokens().get(3).isName();
    return named ? Optional.of(head.tokens().get(3).text()) : Optional.empty();
  }

  /** What a function may do to the module once it is called. */
  private void late(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.is("global")) {
        int name = i + 1;
        while (name < tokens.size() && tokens.get(name).isName()) {
          facts.declare(tokens.get(name).text());
          name += Tokens.at(tokens, name + 1, ",") ? 2 : 1;
        }
      } else if (token.is("globals") && Tokens.at(tokens, i + 1, "(")) {
        facts.open("globals(…)", token.line());
      } else if (Scan.ownModule(tokens, i)) {
        facts.open("sys.modules[__name__]", token.line());
      }
    }
  }
}
