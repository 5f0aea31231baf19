package dev.stageproof.model;

/** The answer for the whole run. */
public enum Verdict {
  @Doc("Every blocking check passed or is waived, and at least one passed.")
  PASS,
  @Doc("A blocking check failed and no waiver covers it.")
  FAIL,
  @Doc(
      "A blocking check could not be settled, no blocking check passed, or they passed for a revision"
          + " that is not ready, that users don't get, or that is not known.")
  INCONCLUSIVE
}
