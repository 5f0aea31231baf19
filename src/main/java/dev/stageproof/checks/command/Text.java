package dev.stageproof.checks.command;

import dev.stageproof.checks.programs.Ran;
import dev.stageproof.checks.programs.Ran.Lacking;
import dev.stageproof.model.Assertion;
import java.util.Locale;
import java.util.Optional;

/**
 * What a program wrote to one of its streams.
 *
 * @param shortfall why what is known may not be all
 * @param ended true when the program ended as it should; one that broke off may have left out what
 *     it would have written
 */
record Text(String name, String text, Optional<Lacking> shortfall, boolean ended) {

  static Text of(Written where, Ran run, boolean ended) {
    String text = where == Written.STDOUT ? run.stdout() : run.stderr();
    return new Text(where.word(), text, run.shortfall(), ended);
  }

  /** True when what is known may not be all. */
  boolean cut() {
    return shortfall.isPresent();
  }

  /** Something is not in what was seen, and what was not seen could settle it either way. */
  Assertion notSeen(String expected) {
    Lacking lacking = shortfall.orElseThrow();
    return Assertion.unsettled(name, expected, lacking.why(), lacking.settle());
  }

  String length() {
    int length = text.length();
    return String.format(Locale.ROOT, "%,d character%s", length, length == 1 ? "" : "s");
  }
}
