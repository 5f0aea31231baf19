package dev.stageproof.probes.pythonsource;

import java.util.List;

/**
 * A logical line: one statement, several with semicolons between, or the head of a block.
 *
 * @param indent how far it is indented; a tab goes to the next multiple of 8
 * @param tokens at least one
 * @param cut true when further tokens were dropped
 */
record Line(int indent, List<Token> tokens, boolean cut) {

  int number() {
    return tokens.get(0).line();
  }

  /** The same without its first token, of which there is another one. */
  Line withoutFirst() {
    return new Line(indent, tokens.subList(1, tokens.size()), cut);
  }

  boolean starts(String word) {
    return tokens.get(0).is(word);
  }
}
