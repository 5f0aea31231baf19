package dev.stageproof.probes.pythonsource;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads statements that hold no others.
 *
 * @param names what they bind goes here
 * @param inClass true within the body of a class
 */
record SimpleReader(Facts facts, Effects names, boolean inClass) {

  private static final Set<String> INTO_ITSELF =
      Set.of("+=", "-=", "*=", "/=", "//=", "%=", "@=", "&=", "|=", "^=", ">>=", "<<=", "**=");
  private static final String EXPORTS = "__all__";

  /** Reads statements with semicolons between. */
  void all(List<Token> tokens) throws UnreadableSource {
    for (List<Token> one : Tokens.split(tokens, ";")) {
      if (!one.isEmpty() && !names.ended()) {
        one(one);
      }
    }
  }

  private void one(List<Token> tokens) throws UnreadableSource {
    Token first = tokens.get(0);
    if (first.is("import")) {
      new Imports(facts, names).plain(tokens);
    } else if (first.is("from")) {
      new Imports(facts, names).from(tokens);
    } else if (first.is("del")) {
      Targets.names(tokens.subList(1, tokens.size())).forEach(names::delete);
    } else if (first.is("global")) {
      Targets.names(tokens.subList(1, tokens.size())).forEach(facts::declare);
    } else if (first.is("raise")) {
      raise(tokens);
    } else if (isTypeAlias(tokens)) {
      names.bind(tokens.get(1).text(), new Binding.OfValue(first.line(), Optional.empty()));
    } else {
      new Scan(tokens, facts, inClass).into(names);
      assignment(tokens);
    }
  }

  private void raise(List<Token> tokens) {
    new Scan(tokens, facts, inClass).into(names);
    String what = Tokens.leading(tokens.subList(1, tokens.size())).orElse("an exception");
    facts.raise(what, tokens.get(0).line());
    names.end();
  }

  private static boolean isTypeAlias(List<Token> tokens) {
    return tokens.size() > 2
        && tokens.get(0).is("type")
        && tokens.get(1).isName()
        && (tokens.get(2).is("=") || tokens.get(2).is("["));
  }

  private void assignment(List<Token> tokens) {
    int colon = Tokens.places(tokens, ":").stream().findFirst().orElse(-1);
    List<Token> rest = tokens;
    if (colon > 0) {
      List<Integer> equals = Tokens.places(tokens.subList(colon, tokens.size()), "=");
      if (!equals.isEmpty()) {
        List<Token> value = tokens.subList(colon + equals.get(0) + 1, tokens.size());
        assign(tokens.subList(0, colon), value);
      }
      return;
    }
    List<List<Token>> parts = Tokens.split(rest, "=");
    for (List<Token> target : parts.subList(0, Math.max(0, parts.size() - 1))) {
      assign(target, parts.get(parts.size() - 1));
    }
    if (parts.size() == 1) {
      intoItself(tokens);
    }
  }

  private void assign(List<Token> target, List<Token> value) {
    boolean single = target.size() == 1;
    for (String name : Targets.names(target)) {
      Optional<String> same = single ? Tokens.dotted(value) : Optional.empty();
      names.bind(name, new Binding.OfValue(target.get(0).line(), same));
      if (name.equals(EXPORTS) && !inClass) {
        facts.export(single ? Tokens.texts(value) : Optional.empty());
      }
    }
  }

  private void intoItself(List<Token> tokens) {
    Token first = tokens.get(0);
    boolean augmented = tokens.size() > 2 && INTO_ITSELF.contains(tokens.get(1).text());
    if (first.isName() && augmented) {
      names.bind(first.text(), new Binding.OfValue(first.line(), Optional.empty()));
    }
    if (first.is(EXPORTS) && !inClass && tokens.size() > 2) {
      exports(tokens, augmented);
    }
  }

  /** {@code __all__ += […]}, {@code __all__.extend([…])} and {@code __all__.append("…")}. */
  private void exports(List<Token> tokens, boolean augmented) {
    boolean call = tokens.get(1).is(".") && Tokens.at(tokens, 3, "(");
    boolean more = call && (tokens.get(2).is("extend") || tokens.get(2).is("append"));
    if (augmented) {
      facts.exportMore(Tokens.texts(tokens.subList(2, tokens.size())));
    } else {
      int end = call ? Tokens.closing(tokens, 3) : 0;
      facts.exportMore(more && end > 4 ? Tokens.texts(tokens.subList(4, end)) : Optional.empty());
    }
  }
}
