package dev.stageproof.probes.image;

import java.nio.file.Path;
import java.util.TreeMap;

/** Something in an image's merged file system. */
sealed interface Node {

  /**
   * A regular file; hard links share one.
   *
   * @param digest of the layer that brought it
   * @param layer the layer unpacked
   * @param offset where the content begins in it
   */
  record Content(String digest, Path layer, long offset, long size) implements Node {}

  /** A symbolic link. */
  record Link(String target) implements Node {}

  /**
   * A folder.
   *
   * @param digest of the lowest layer that has it; empty for the root and for implied ones
   * @param children by name, sorted; changed while layers are merged, and never after
   */
  record Folder(String digest, TreeMap<String, Node> children) implements Node {
    Folder(String digest) {
      this(digest, new TreeMap<>());
    }
  }
}
