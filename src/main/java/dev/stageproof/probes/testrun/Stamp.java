package dev.stageproof.probes.testrun;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;

/**
 * A file as it was at one moment; a file that was written since has another one.
 *
 * @param key names the file itself rather than its path, where the file system can
 */
record Stamp(Path file, Instant writtenAt, long size, Optional<Object> key) {

  static Stamp of(Path file, BasicFileAttributes attributes) {
    return new Stamp(
        file,
        attributes.lastModifiedTime().toInstant(),
        attributes.size(),
        Optional.ofNullable(attributes.fileKey()));
  }
}
