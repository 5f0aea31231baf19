package dev.stageproof.probes.classfiles;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.spi.UnobservedException;
import java.nio.file.AccessDeniedException;

/** What keeps a place from being read, in words. */
final class Trouble {

  private Trouble() {}

  static UnobservedException missing(String what) {
    return new UnobservedException(
        Gap.of(
            GapReason.NOT_FOUND,
            what + " does not exist",
            "Build it first, or correct the class path."));
  }

  static UnobservedException neither(String place) {
    return malformed(place + " is neither a jar nor a folder", "Correct the class path.");
  }

  /** The cause's own text is kept when it adds something. */
  static UnobservedException damaged(String place, Exception cause) {
    if (cause instanceof AccessDeniedException) {
      return new UnobservedException(
          Gap.of(
              GapReason.NO_PERMISSION,
              place + " may not be read by this user",
              "Allow the user who runs stageproof to read it."),
          cause);
    }
    return damaged(place, String.valueOf(cause.getMessage()), cause);
  }

  static UnobservedException damaged(String place, String detail, Exception cause) {
    return new UnobservedException(
        Gap.of(
            GapReason.MALFORMED,
            place + " can't be read: " + detail,
            "Build it again, or take it off the class path."),
        cause);
  }

  static UnobservedException malformed(String message, String settle) {
    return new UnobservedException(Gap.of(GapReason.MALFORMED, message, settle));
  }
}
