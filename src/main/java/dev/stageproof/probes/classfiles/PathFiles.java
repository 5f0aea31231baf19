package dev.stageproof.probes.classfiles;

import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The files that a class path leads to: of this machine, or of an image. Paths are absolute; links
 * are followed, as Java does. For one thread.
 */
public interface PathFiles {

  /** What a path leads to. */
  enum Kind {
    FILE,
    FOLDER,
    /** Neither of both: a device, a pipe. */
    OTHER,
    MISSING
  }

  Kind kind(String path) throws IOException, UnobservedException, InterruptedException;

  /**
   * A path that is the same for all ways to one file, where the links can be told; else as given.
   */
  default String real(String path) throws IOException, UnobservedException, InterruptedException {
    return path;
  }

  /** The names in a folder, sorted. */
  List<String> names(String folder) throws IOException, UnobservedException, InterruptedException;

  /**
   * The regular files below a folder, however deep, as paths seen from it, with slashes, sorted.
   *
   * @param mayGoOn asked before each file and folder; the list ends early where it says false
   */
  List<String> below(String folder, BooleanSupplier mayGoOn)
      throws IOException, UnobservedException, InterruptedException;

  /** A regular file's bytes; the caller closes it. */
  SeekableByteChannel open(String path)
      throws IOException, UnobservedException, InterruptedException;

  /** The digest of the image's layer that brought a file; empty outside images. */
  default Optional<String> layer(String path)
      throws IOException, UnobservedException, InterruptedException {
    return Optional.empty();
  }
}
