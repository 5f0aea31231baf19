package dev.stageproof.checks.logpattern;

import dev.stageproof.checks.logs.Headlines;
import dev.stageproof.checks.logs.LogReading;
import dev.stageproof.checks.logs.Texts;
import dev.stageproof.model.Assertion;
import java.util.List;

/** The answer of the check in one line, always with its denominator. */
record Headline(LogReading reading, Hit hit) {

  /**
   * @param statements how many of the assertions, from the first on, are comparisons; the others
   *     are what they depend on
   */
  String of(List<Assertion> assertions, int statements) {
    String open = Headlines.open(assertions.subList(statements, assertions.size()));
    return Texts.number(hit.after())
        + " of "
        + reading.denominator()
        + reading
            .baseline()
            .map(log -> "; " + log.source() + ": " + log.counted(hit.before().orElse(0)))
            .orElse("")
        + (open.isEmpty() ? Headlines.missing(reading) : open);
  }
}
