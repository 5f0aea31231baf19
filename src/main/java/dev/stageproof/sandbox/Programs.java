package dev.stageproof.sandbox;

/** What becomes of the commands of Cloud Run jobs. */
public enum Programs {
  /** A job can be created, but not run. */
  REFUSED,
  /** A job's command is run on this machine, in place of the job's image. */
  RUN
}
