package dev.stageproof.checks.command;

import dev.stageproof.model.Assertion;
import dev.stageproof.observe.ProcessObservation;
import java.util.Locale;

/**
 * What a program wrote to one of its streams.
 *
 * @param cut true when what is kept may not be all
 * @param ended true when the program ended as it should; one that broke off may have left out what
 *     it would have written
 */
record Text(String name, String text, boolean cut, boolean ended) {

  static Text of(Written where, ProcessObservation run, boolean ended) {
    String text = where == Written.STDOUT ? run.stdout() : run.stderr();
    return new Text(where.word(), text, run.cut(), ended);
  }

  /** Something is not in what was seen, and what was not seen could settle it either way. */
  Assertion notSeen(String expected) {
    return Assertion.unsettled(
        name,
        expected,
        String.format(
            Locale.ROOT,
            "not seen whole: at most the first %,d bytes",
            ProcessObservation.OUTPUT_LIMIT),
        "Let the program write less.");
  }

  String length() {
    int length = text.length();
    return String.format(Locale.ROOT, "%,d character%s", length, length == 1 ? "" : "s");
  }
}
