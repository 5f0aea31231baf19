package dev.stageproof.probes.image;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** What keeps an image from being read, in words. */
final class Trouble {
  private static final String AGAIN = "run again; if it stays, build and push the image again";

  private Trouble() {}

  /** Something of the image is not as it must be. */
  static Gap malformed(String message) {
    return Gap.of(GapReason.MALFORMED, message, AGAIN);
  }

  /** Something is larger than what is read. */
  static Gap over(String what, long limit, String unit) {
    return Gap.of(
        GapReason.MALFORMED,
        String.format(Locale.ROOT, "%s more than %,d %s, too much to be read", what, limit, unit),
        "build a smaller image; if that is right, the layer may be damaged or made to do harm");
  }

  static Gap late(String doing) {
    return Gap.of(
        GapReason.TIMED_OUT,
        doing + " took longer than the check may take",
        "raise `timeout` of the check, then run again: layers that came whole are kept");
  }

  static Gap cache(Path folder, IOException failure) {
    return Gap.of(
        GapReason.INTERNAL,
        "layers can't be kept in " + folder + ": " + reason(failure),
        "free some space there, or set STAGEPROOF_CACHE_DIR to another folder");
  }

  /** A layout or an archive can't be read. */
  static Gap local(String place, IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return Gap.of(
          GapReason.NOT_FOUND, place + " does not exist", "build it first, or correct the path");
    }
    if (failure instanceof AccessDeniedException) {
      return Gap.of(
          GapReason.NO_PERMISSION,
          place + " may not be read by this user",
          "allow the user who runs stageproof to read it");
    }
    return Gap.of(
        GapReason.MALFORMED, place + " can't be read: " + reason(failure), "build it again");
  }

  /** The first line of what Java says; its kind where it says nothing. */
  static String reason(Exception failure) {
    String kind = failure.getClass().getSimpleName();
    String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    return failure.getMessage() == null ? kind : message;
  }
}
