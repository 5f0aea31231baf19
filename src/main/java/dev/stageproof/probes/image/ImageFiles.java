package dev.stageproof.probes.image;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file system of an image, all layers merged, read-only. Paths are absolute, with slashes;
 * symbolic links lead nowhere but inside. Thread-safe.
 */
public interface ImageFiles extends AutoCloseable {

  /**
   * Digest of what was asked for: the manifest's own, or of an index that names it. For an archive
   * without a manifest, the digest of the image's configuration, which Docker calls its id.
   */
  String asked();

  /** Digest of the manifest for linux/amd64; as {@link #asked()} where there is none. */
  String digest();

  /** How the image wants to be started. */
  ImageConfig config();

  /** A file or folder, with symbolic links followed; empty when nothing is there. */
  Optional<ImageFile> find(String path);

  /**
   * What is directly in a folder, sorted by name; links as what they lead to, those that lead
   * nowhere left out. Empty when there is no such folder.
   */
  List<ImageFile> list(String folder);

  /** All regular files below a folder, sorted; links to folders are not followed. */
  Stream<ImageFile> walk(String folder);

  /** Files that were found can't be read any more. */
  @Override
  void close();
}
