package dev.stageproof.model;

/** What became of a waiver in this run. */
public record WaiverResult(@Doc("The waiver.") Waiver waiver, @Doc("What became of it.") Use use) {

  /** What became of a waiver. */
  public enum Use {
    @Doc("It covered a failed check.")
    USED,
    @Doc("The check that it covers did not fail.")
    UNUSED,
    @Doc("Its last day is over; it no longer covers.")
    EXPIRED
  }
}
