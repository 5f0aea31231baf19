package dev.stageproof.probes.pythonsource;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The names that the pattern of a {@code case} binds. */
final class CasePattern {

  private static final Set<String> NO_NAMES = Set.of("_", "as", "None", "True", "False");

  private CasePattern() {}

  /** The names before the guard that are neither a value nor a class nor an argument's name. */
  static List<Token> captures(List<Token> pattern) {
    List<Token> names = new ArrayList<>();
    for (int i = 0; i < pattern.size() && !pattern.get(i).is("if"); i++) {
      Token token = pattern.get(i);
      boolean partOfMore =
          Tokens.at(pattern, i + 1, ".")
              || Tokens.at(pattern, i - 1, ".")
              || Tokens.at(pattern, i + 1, "(")
              || Tokens.at(pattern, i + 1, "=");
      if (token.isName() && !NO_NAMES.contains(token.text()) && !partOfMore) {
        names.add(token);
      }
    }
    return names;
  }
}
