package dev.stageproof.probes.logfile;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What keeps a file from being read, in words. */
final class Trouble {
  private Trouble() {}

  static UnobservedException of(IOException cause, String path) {
    if (cause instanceof NoSuchFileException) {
      return gap(
          GapReason.NOT_FOUND,
          path + " does not exist",
          "export the log to it, or correct the path of the file",
          cause);
    }
    if (cause instanceof AccessDeniedException) {
      return gap(
          GapReason.NO_PERMISSION,
          path + " may not be read by this user",
          "allow the user who runs stageproof to read it",
          cause);
    }
    return gap(
        GapReason.MALFORMED,
        path + " can't be read: " + cause.getMessage(),
        "export the log again, then run again",
        cause);
  }

  static UnobservedException folder(String path) {
    return new UnobservedException(
        Gap.of(GapReason.MALFORMED, path + " is a folder", "name the file with the entries"));
  }

  static UnobservedException noEntries(String path, String first) {
    return new UnobservedException(
        Gap.of(
            GapReason.MALFORMED,
            path + " holds no log entries: " + first,
            "export with `gcloud logging read --format=json`; `jq -c .` puts each object on a line"));
  }

  static UnobservedException changed(String path) {
    return new UnobservedException(
        Gap.of(
            GapReason.MALFORMED,
            path + " changed while it was read",
            "wait until the export is complete, then run again"));
  }

  static UnobservedException readBefore() {
    return new UnobservedException(
        Gap.of(
            GapReason.NOT_FOUND,
            "standard input was read before, and can be read only once",
            "write it to a file, and name that; or give all checks of it the same window"));
  }

  static UnobservedException late(String path) {
    return new UnobservedException(
        Gap.of(
            GapReason.TIMED_OUT,
            path + " could not be read to its end in time",
            "raise `timeout` of the check"));
  }

  private static UnobservedException gap(
      GapReason reason, String message, String settle, IOException cause) {
    return new UnobservedException(Gap.of(reason, message, settle), cause);
  }
}
