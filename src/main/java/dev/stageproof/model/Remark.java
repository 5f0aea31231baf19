package dev.stageproof.model;

import java.util.Optional;

/**
 * Something worth the reader's attention beside the verdict.
 *
 * @param check the check that it comes from, if it comes from one
 * @param settle the next step, where there is one that the check does not tell itself
 */
public record Remark(
    @Doc("What kind of remark it is.") Kind kind,
    @Doc("The remark in one or two sentences.") String text,
    @Doc("The check that it comes from.") Optional<String> check,
    @Doc("What would settle it.") Optional<String> settle) {

  /** A remark whose next step is told elsewhere, or that asks for none. */
  public Remark(Kind kind, String text, Optional<String> check) {
    this(kind, text, check, Optional.empty());
  }

  /** What kind of remark it is. */
  public enum Kind {
    @Doc("An advisory check failed.")
    ADVISORY_FAILURE,
    @Doc("An advisory check could not be settled.")
    ADVISORY_UNSETTLED,
    @Doc("A waiver was used, is unused or has expired.")
    WAIVER,
    @Doc("A check passed only when it was repeated.")
    FLAKY,
    @Doc("A check that saw nothing was let through by its configuration.")
    NO_DATA_ALLOWED,
    @Doc("A check tells something beside its outcome.")
    CHECK,
    @Doc("Two things that were seen can't both be the whole truth.")
    CONTRADICTION,
    @Doc("Something about the deployment itself.")
    DEPLOYMENT,
    @Doc("Something about the run itself.")
    RUN
  }
}
