package dev.stageproof.probes.pythonsource;

import java.util.ArrayList;
import java.util.List;

/** The names among what an assignment assigns to. */
final class Targets {

  private Targets() {}

  /** The names of {@code a, (b, *c), d.e, f[0]}: a, b and c. */
  static List<String> names(List<Token> tokens) {
    List<String> names = new ArrayList<>();
    gather(tokens, names);
    return names;
  }

  private static void gather(List<Token> tokens, List<String> names) {
    for (List<Token> element : Tokens.split(tokens, ",")) {
      List<Token> target =
          Tokens.at(element, 0, "*") ? element.subList(1, element.size()) : element;
      boolean inBrackets =
          target.size() > 1
              && (target.get(0).is("(") || target.get(0).is("["))
              && Tokens.closing(target, 0) == target.size() - 1;
      if (inBrackets) {
        gather(target.subList(1, target.size() - 1), names);
      } else if (target.size() == 1 && target.get(0).isName()) {
        names.add(target.get(0).text());
      }
    }
  }
}
