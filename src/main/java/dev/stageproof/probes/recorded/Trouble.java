package dev.stageproof.probes.recorded;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.shape.MisfitException;
import dev.stageproof.spi.UnobservedException;
import dev.stageproof.stored.UnreadableRecordException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What keeps a record from telling something, in words.
 *
 * @param path the record
 */
record Trouble(String path) {
  private static final String ANOTHER = "name the JSON file that a run wrote as `-o json=PATH`";

  UnobservedException of(IOException cause) {
    if (cause instanceof NoSuchFileException) {
      return gap(GapReason.NOT_FOUND, "does not exist", ANOTHER, cause);
    }
    if (cause instanceof AccessDeniedException) {
      return gap(
          GapReason.NO_PERMISSION,
          "may not be read by this user",
          "allow the user who runs stageproof to read it",
          cause);
    }
    String why = Files.isDirectory(Path.of(path)) ? "it is a folder" : cause.getMessage();
    return gap(GapReason.MALFORMED, "can't be read: " + why, ANOTHER, cause);
  }

  UnobservedException unreadable(UnreadableRecordException cause) {
    return gap(GapReason.MALFORMED, "can't be used: " + cause.getMessage(), ANOTHER, cause);
  }

  UnobservedException changed(List<String> evidence) {
    return gap(
        GapReason.MALFORMED,
        "was changed after its run: evidence "
            + String.join(", ", evidence)
            + " does not fit its sha256",
        "use the file as the run wrote it");
  }

  UnobservedException otherForm(String evidence, MisfitException cause) {
    return gap(
        GapReason.MALFORMED,
        "holds evidence " + evidence + " in another version's form: " + cause.getMessage(),
        "validate that revision again with this stageproof",
        cause);
  }

  /** The reads that there are tell what else could be asked for. */
  UnobservedException noReads(Optional<String> revision, List<RecordedRead> others) {
    List<String> names =
        others.stream().flatMap(read -> read.revision().stream()).distinct().sorted().toList();
    return gap(
        GapReason.NOT_FOUND,
        "holds no log read of "
            + revision.orElse("an export")
            + (names.isEmpty() ? "" : ", only of " + String.join(", ", names)),
        names.isEmpty()
            ? "compare with a record of a run that has log checks, written by this version of"
                + " stageproof or a newer one"
            : "give `baseline.revision` one of these names");
  }

  UnobservedException gap(GapReason reason, String message, String settle) {
    return new UnobservedException(Gap.of(reason, sentence(message), settle));
  }

  private UnobservedException gap(
      GapReason reason, String message, String settle, Exception cause) {
    return new UnobservedException(Gap.of(reason, sentence(message), settle), cause);
  }

  private String sentence(String what) {
    return "the record " + path + " " + what;
  }
}
