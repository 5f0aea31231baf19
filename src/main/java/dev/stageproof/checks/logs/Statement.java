package dev.stageproof.checks.logs;

import dev.stageproof.model.Assertion;
import java.util.List;

/**
 * A comparison of what was read with what is expected of the whole log.
 *
 * @param holds what the entries that were read say
 * @param certain true when no entry that was not read could change that
 * @param needs what else it depends on; none of these can fail
 */
public record Statement(
    String what,
    String expected,
    String actual,
    boolean holds,
    boolean certain,
    List<Assertion> needs) {

  public Statement {
    needs = List.copyOf(needs);
  }

  /** A statement that depends on nothing but the read. */
  public static Statement of(
      String what, String expected, String actual, boolean holds, boolean certain) {
    return new Statement(what, expected, actual, holds, certain, List.of());
  }

  /** The same statement, which depends on more. */
  public Statement needing(List<Assertion> more) {
    return new Statement(what, expected, actual, holds, certain, more);
  }
}
