package dev.stageproof.model;

/**
 * What the checks say about a claim.
 *
 * @param because the deciding checks' answers, in one line
 */
public record ClaimResult(
    @Doc("The claim.") Claim claim,
    @Doc("What the checks say about it.") Answer answer,
    @Doc("The deciding checks' answers.") String because) {

  /** What the checks say about a claim. */
  public enum Answer {
    @Doc("Every check bound to it passed.")
    VERIFIED,
    @Doc("A check bound to it failed.")
    REFUTED,
    @Doc("No check bound to it failed, and not all of them passed.")
    NOT_VERIFIED
  }
}
