package dev.stageproof.gate;

import dev.stageproof.spi.ReportFormat;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One report to write.
 *
 * @param path empty for a stream
 * @param place what the path is, or which stream it is
 */
record Job(ReportFormat format, Optional<Path> path, Place place) {

  /** Where a report goes. */
  enum Place {
    /** A file of its own, named by the user. */
    FILE,
    /** A file in a folder, named after the run. */
    NAMED,
    /** The end of a file that others write to as well. */
    APPENDED,
    STANDARD_OUTPUT,
    STANDARD_ERROR
  }

  boolean named() {
    return place == Place.NAMED;
  }

  Optional<Path> file(String reportId) {
    return named() ? path.map(folder -> folder.resolve(reportId + "." + format.extension())) : path;
  }

  /** The folder that has to be there; another's file has its own. */
  Optional<Path> folder() {
    return switch (place) {
      case NAMED -> path;
      case FILE -> path.map(file -> file.toAbsolutePath().getParent());
      case APPENDED, STANDARD_OUTPUT, STANDARD_ERROR -> Optional.empty();
    };
  }
}
