package dev.stageproof.probes.pythonsource;

import java.util.List;
import java.util.Set;

/** What is known of a condition before anything runs. */
enum Truth {
  ALWAYS,
  NEVER,
  MAYBE;

  private static final Set<String> FALSE =
      Set.of("TYPE_CHECKING", "typing.TYPE_CHECKING", "t.TYPE_CHECKING", "MYPY", "False");

  /** A module that is imported is type-checked by nobody and is never the main one. */
  static Truth of(List<Token> condition) {
    if (Tokens.at(condition, 0, "not")) {
      Truth rest = of(condition.subList(1, condition.size()));
      return rest == MAYBE ? MAYBE : rest == ALWAYS ? NEVER : ALWAYS;
    }
    String text = String.join("", condition.stream().map(Token::text).toList());
    if (FALSE.contains(text) || text.equals("0") || main(condition)) {
      return NEVER;
    }
    return text.equals("True") || text.equals("1") ? ALWAYS : MAYBE;
  }

  private static boolean main(List<Token> condition) {
    return condition.size() == 3
        && condition.get(1).is("==")
        && condition.stream().anyMatch(token -> token.is("__name__"))
        && condition.stream()
            .anyMatch(token -> Tokens.isText(token) && StringValue.of(token).equals("__main__"));
  }
}
