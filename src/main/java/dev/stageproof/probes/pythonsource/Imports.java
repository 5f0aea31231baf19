package dev.stageproof.probes.pythonsource;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads import statements.
 *
 * @param names what they bind goes here
 */
record Imports(Facts facts, Effects names) {

  /** {@code import a.b, c as d}. */
  void plain(List<Token> tokens) {
    for (List<Token> one : Tokens.split(tokens.subList(1, tokens.size()), ",")) {
      Optional<String> module = Tokens.leading(one);
      int as = Tokens.places(one, "as").stream().findFirst().orElse(-1);
      if (module.isPresent() && as > 0 && as + 1 < one.size()) {
        bind(one.get(as + 1), module.get(), Optional.empty());
      } else if (module.isPresent()) {
        String top = module.get().split("\\.", 2)[0];
        names.bind(top, new Binding.OfImport(one.get(0).line(), top, Optional.empty()));
      }
    }
  }

  /** {@code from ..a import (b, c as d)} and {@code from a import *}. */
  void from(List<Token> tokens) throws UnreadableSource {
    int word = Tokens.places(tokens, "import").stream().findFirst().orElse(-1);
    if (word < 2 || word + 1 >= tokens.size()) {
      throw new UnreadableSource(tokens.get(0).line(), "an import that can't be read");
    }
    String module = tokens.subList(1, word).stream().map(Token::text).collect(Collectors.joining());
    List<Token> what = tokens.subList(word + 1, tokens.size());
    if (what.get(0).is("*")) {
      facts.star(module, tokens.get(0).line());
      return;
    }
    boolean brackets = what.get(0).is("(");
    for (List<Token> one : Tokens.split(brackets ? what.subList(1, what.size() - 1) : what, ",")) {
      if (!one.isEmpty() && one.get(0).isName()) {
        bind(one.get(one.size() - 1), module, Optional.of(one.get(0).text()));
      }
    }
  }

  private void bind(Token as, String module, Optional<String> name) {
    names.bind(as.text(), new Binding.OfImport(as.line(), module, name));
  }
}
