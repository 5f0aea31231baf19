package dev.stageproof.model;

import java.util.Optional;

/**
 * One check beside the same check on the baseline.
 *
 * @param check the check's id
 * @param before what the baseline's check found; empty when it was not asked there
 * @param now what the check found
 * @param because why the two can't be compared; empty when they can
 */
public record Finding(
    @Doc("The check.") String check,
    @Doc("What the comparison says.") Kind kind,
    @Doc("What was found on the baseline.") Optional<Side> before,
    @Doc("What was found on the revision under test.") Side now,
    @Doc("Why the two can't be compared.") Optional<String> because) {

  /** What was found on one side, with the words of the check. */
  public record Side(
      @Doc("The outcome.") Outcome outcome, @Doc("The answer in one line.") String headline) {}

  /** What a comparison says. */
  public enum Kind {
    @Doc("It fails, and the baseline passes.")
    NEW,
    @Doc("It fails, and so does the baseline.")
    PRE_EXISTING,
    @Doc("It passes, and the baseline fails.")
    FIXED,
    @Doc("It passes, and so does the baseline.")
    UNCHANGED,
    @Doc("One of the two says nothing, so there is nothing to compare.")
    NOT_COMPARED
  }
}
