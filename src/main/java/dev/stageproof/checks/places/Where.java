package dev.stageproof.checks.places;

import dev.stageproof.model.Doc;

/** Where a check looks, or runs its program. */
public enum Where {
  @Doc("This machine. What is found there is not bound to the revision, and the report says so.")
  LOCAL,
  @Doc("The files of the revision's image, read by digest; nothing is executed.")
  IMAGE,
  @Doc(
      "A one-off Cloud Run job of the revision's image, deleted afterwards; needs"
          + " `--allow-exec`.")
  CLOUD_RUN_JOB
}
