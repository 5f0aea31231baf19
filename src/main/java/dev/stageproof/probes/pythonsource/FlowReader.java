package dev.stageproof.probes.pythonsource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the blocks that are run, or not, while a module is loaded. For one thread. */
final class FlowReader {

  /** Context managers that let exceptions pass: what stands in their block is run. */
  private static final Set<String> HARMLESS = Set.of("catch_warnings", "open");

  private final SuiteReader suites;
  private final Lines lines;
  private final Facts facts;

  FlowReader(SuiteReader suites, Lines lines, Facts facts) {
    this.suites = suites;
    this.lines = lines;
    this.facts = facts;
  }

  /** Reads the statement that starts with this line; false when it is none of these. */
  boolean read(Line head, Effects names) throws UnreadableSource {
    if (head.starts("if")) {
      ifs(head, names);
    } else if (head.starts("for") || head.starts("while")) {
      loop(head, names);
    } else if (head.starts("try")) {
      tries(head, names);
    } else if (head.starts("with")) {
      with(head, names);
    } else if (matches(head)) {
      match(head, names);
    } else {
      return false;
    }
    return true;
  }

  private void ifs(Line first, Effects names) throws UnreadableSource {
    List<Effects> branches = new ArrayList<>();
    boolean settled = false;
    Line head = first;
    while (head != null) {
      int colon = SuiteReader.colon(head);
      boolean last = head.starts("else");
      List<Token> condition = head.tokens().subList(1, colon);
      Truth truth = settled ? Truth.NEVER : last ? Truth.ALWAYS : Truth.of(condition);
      suites.scan(condition, names);
      Effects branch = branch(head, colon, truth, !branches.isEmpty());
      if (truth != Truth.NEVER) {
        branches.add(branch);
      }
      settled |= truth == Truth.ALWAYS;
      head = !last && lines.goesOn(first.indent(), "elif", "else") ? lines.next() : null;
    }
    if (!settled) {
      branches.add(new Effects());
    }
    names.then(Effects.oneOf(branches));
  }

  private Effects branch(Line head, int colon, Truth truth, boolean after) throws UnreadableSource {
    if (truth == Truth.NEVER) {
      facts.unreached();
      Effects none = suites.block(head, colon);
      facts.reached();
      return none;
    }
    return truth == Truth.MAYBE || after ? conditional(head, colon) : suites.block(head, colon);
  }

  private Effects conditional(Line head, int colon) throws UnreadableSource {
    facts.conditional();
    Effects effects = suites.block(head, colon);
    facts.unconditional();
    return effects;
  }

  private void loop(Line head, Effects names) throws UnreadableSource {
    int colon = SuiteReader.colon(head);
    List<Token> condition = head.tokens().subList(1, colon);
    suites.scan(condition, names);
    Effects body = new Effects();
    if (head.starts("for")) {
      int in = Tokens.places(condition, "in").stream().findFirst().orElse(0);
      bind(condition.subList(0, in), body);
    }
    body.then(conditional(head, colon));
    names.then(body.perhaps());
    if (lines.goesOn(head.indent(), "else")) {
      Line last = lines.next();
      names.then(conditional(last, SuiteReader.colon(last)).perhaps());
    }
  }

  private static void bind(List<Token> targets, Effects names) {
    for (String name : Targets.names(targets)) {
      names.bind(name, new Binding.OfValue(targets.get(0).line(), Optional.empty()));
    }
  }

  private void tries(Line head, Effects names) throws UnreadableSource {
    Effects body = conditional(head, SuiteReader.colon(head));
    List<Effects> ways = new ArrayList<>();
    while (lines.goesOn(head.indent(), "except")) {
      ways.add(handler(body));
    }
    Effects whole = new Effects();
    whole.then(body);
    if (lines.goesOn(head.indent(), "else")) {
      Line last = lines.next();
      whole.then(conditional(last, SuiteReader.colon(last)));
    }
    ways.add(0, whole);
    names.then(Effects.oneOf(ways));
    if (lines.goesOn(head.indent(), "finally")) {
      Line last = lines.next();
      names.then(suites.block(last, SuiteReader.colon(last)));
    }
  }

  /** What comes of it when the body stopped somewhere and this handler went on. */
  private Effects handler(Effects body) throws UnreadableSource {
    Line head = lines.next();
    int colon = SuiteReader.colon(head);
    List<Token> caught = head.tokens().subList(1, colon);
    Effects way = body.perhaps();
    int as = Tokens.places(caught, "as").stream().findFirst().orElse(-1);
    List<Token> target = as < 0 ? List.of() : caught.subList(as + 1, caught.size());
    bind(target, way);
    way.then(conditional(head, colon));
    Targets.names(target).forEach(way::delete);
    return way;
  }

  private void with(Line head, Effects names) throws UnreadableSource {
    int colon = SuiteReader.colon(head);
    List<Token> items = head.tokens().subList(1, colon);
    suites.scan(items, names);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).is("as")) {
        bind(upToComma(items.subList(i + 1, items.size())), names);
      }
    }
    boolean runs = items.stream().anyMatch(token -> HARMLESS.contains(token.text()));
    names.then(runs ? suites.block(head, colon) : conditional(head, colon).perhaps());
  }

  /** The target after an {@code as}: up to a comma, or the bracket around all of it. */
  private static List<Token> upToComma(List<Token> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += tokens.get(i).opens() ? 1 : tokens.get(i).closes() ? -1 : 0;
      if (depth < 0 || (depth == 0 && tokens.get(i).is(","))) {
        return tokens.subList(0, i);
      }
    }
    return tokens;
  }

  /** True for the head of a {@code match}, which is no keyword elsewhere. */
  private boolean matches(Line head) throws UnreadableSource {
    List<Token> tokens = head.tokens();
    return head.starts("match")
        && tokens.size() > 2
        && tokens.get(tokens.size() - 1).is(":")
        && lines.deeper(head.indent());
  }

  private void match(Line head, Effects names) throws UnreadableSource {
    suites.scan(head.tokens().subList(1, head.tokens().size() - 1), names);
    int indent = lines.peek().orElseThrow().indent();
    while (lines.goesOn(indent, "case")) {
      Line one = lines.next();
      int colon = SuiteReader.colon(one);
      Effects taken = new Effects();
      for (Token name : CasePattern.captures(one.tokens().subList(1, colon))) {
        taken.bind(name.text(), new Binding.OfValue(name.line(), Optional.empty()));
      }
      suites.scan(one.tokens().subList(1, colon), taken);
      taken.then(conditional(one, colon));
      names.then(taken.perhaps());
    }
    if (lines.deeper(head.indent())) {
      throw new UnreadableSource(lines.next().number(), "a statement between the cases of a match");
    }
  }
}
