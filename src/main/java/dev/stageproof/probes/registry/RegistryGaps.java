package dev.stageproof.probes.registry;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ImageManifestObservation.Blob;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.probes.registry.Credentials.Known;
import dev.stageproof.probes.registry.Transport.Answer;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Locale;

/** Says why a registry did not show an image, and what to do next. */
record RegistryGaps(ImageReference image) {
  private static final String READER = "roles/artifactregistry.reader";
  private static final String DOWNLOAD = "artifactregistry.repositories.downloadArtifacts";
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int MISSING = 404;
  private static final int TOO_MANY = 429;

  /**
   * Passes a whole answer.
   *
   * @throws UnobservedException for any other
   */
  void refuse(Answer answer) throws UnobservedException {
    if (answer.status() != OK) {
      throw new UnobservedException(refused(answer.status()));
    }
    if (answer.cut()) {
      throw new UnobservedException(
          malformed("the registry's answer about " + image + " is larger than any manifest"));
    }
  }

  private Gap refused(int status) {
    return switch (status) {
      case FORBIDDEN -> forbidden();
      case MISSING ->
          Gap.of(
              GapReason.NOT_FOUND,
              "the registry " + image.host() + " has no " + image,
              "it was deleted, or these credentials don't show it; push it again or log in");
      case TOO_MANY ->
          Gap.of(
              GapReason.QUOTA,
              "the registry " + image.host() + " answers too many requests with 429",
              "run again later, or log in to it");
      default ->
          Gap.of(
              GapReason.UNREACHABLE,
              "the registry " + image.host() + " answered " + status + " for " + image,
              "run again in a minute");
    };
  }

  private Gap forbidden() {
    String message = "the registry " + image.host() + " does not let this account read " + image;
    return image.google()
        ? Gap.noPermission(
            message, "grant " + READER + " on the repository to that account", DOWNLOAD)
        : Gap.of(
            GapReason.NO_PERMISSION, message, "log in with an account that may read the image");
  }

  /** The registry wants to know who asks, and what was shown was not enough. */
  Gap unidentified(Known known) {
    String how =
        known.login().isPresent()
            ? "the registry " + image.host() + " did not accept the credentials"
            : "the registry " + image.host() + " wants credentials, and none are known";
    return Gap.of(
        GapReason.NO_CREDENTIALS,
        how,
        image.google()
            ? "run `gcloud auth application-default login`, then run again"
            : "run `docker login %s` so that its config.json holds them; helpers are not asked"
                .formatted(image.host()));
  }

  /** No answer came. */
  Gap unanswered(IOException failure) {
    return failure instanceof InterruptedIOException
        ? Gap.of(
            GapReason.TIMED_OUT,
            "the registry " + image.host() + " did not answer in time",
            "raise `timeout` of the check, then run again")
        : Gap.of(
            GapReason.UNREACHABLE,
            "the registry " + image.host() + " can't be reached: " + oneLine(failure),
            "check that this machine may connect to " + image.host() + ", then run again");
  }

  /** A blob began to arrive, and then no more came. */
  Gap brokenOff(Blob blob, long bytes, IOException failure) {
    String progress = String.format(Locale.ROOT, "%,d of %,d bytes", bytes, blob.bytes());
    return failure instanceof InterruptedIOException
        ? Gap.of(
            GapReason.TIMED_OUT,
            "%s of %s had come from the registry %s when the time was over"
                .formatted(progress, blob.digest(), image.host()),
            "raise `timeout` of the check, then run again")
        : Gap.of(
            GapReason.UNREACHABLE,
            "the registry %s broke off %s after %s: %s"
                .formatted(image.host(), blob.digest(), progress, oneLine(failure)),
            "run again; if it stays, push the image to it again");
  }

  private static String oneLine(IOException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("no reason given");
  }

  /** An answer came that is none. */
  Gap malformed(String message) {
    return Gap.of(
        GapReason.MALFORMED, message, "run again; if it stays, push the image to it again");
  }
}
