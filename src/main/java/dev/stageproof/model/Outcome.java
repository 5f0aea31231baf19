package dev.stageproof.model;

import java.util.Collection;

/** The answer to one check or one assertion. */
public enum Outcome {
  @Doc("Everything that was expected was seen.")
  PASS,
  @Doc("Something was seen that contradicts an expectation.")
  FAIL,
  @Doc("Too little was seen to tell; never counted as a pass.")
  INCONCLUSIVE,
  @Doc("The check was not run: deselected, not allowed to run a program, or the run was stopped.")
  SKIPPED;

  /**
   * One outcome for several: FAIL if any failed, else INCONCLUSIVE if any is unsettled, else PASS.
   *
   * <p>Nothing at all is INCONCLUSIVE: no vacuous pass.
   */
  public static Outcome all(Collection<Outcome> outcomes) {
    if (outcomes.contains(FAIL)) {
      return FAIL;
    }
    boolean unsettled =
        outcomes.isEmpty() || outcomes.contains(INCONCLUSIVE) || outcomes.contains(SKIPPED);
    return unsettled ? INCONCLUSIVE : PASS;
  }

  /** True for PASS and FAIL: something was seen that decides. */
  public boolean settled() {
    return this == PASS || this == FAIL;
  }
}
