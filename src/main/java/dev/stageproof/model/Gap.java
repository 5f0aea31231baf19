package dev.stageproof.model;

import java.util.Optional;

/**
 * Something that could not be seen, and why.
 *
 * @param reason the kind of trouble
 * @param message what happened, in one line, without a stack trace
 * @param settle the next step that would let it be seen, in one sentence
 * @param permission the IAM permission that was missing, if that is the reason
 */
public record Gap(
    @Doc("The kind of trouble.") GapReason reason,
    @Doc("What happened, in one line.") String message,
    @Doc("The next step that would let it be seen.") String settle,
    @Doc("The IAM permission that was missing.") Optional<String> permission) {

  public static Gap of(GapReason reason, String message, String settle) {
    return new Gap(reason, message, settle, Optional.empty());
  }

  public static Gap noPermission(String message, String settle, String permission) {
    return new Gap(GapReason.NO_PERMISSION, message, settle, Optional.of(permission));
  }
}
