package dev.stageproof.probes.image;

import java.util.List;

/**
 * One entry of a layer.
 *
 * @param path names of the folders, then its own; empty for the root only
 * @param target where a link leads; empty for anything else
 * @param offset where the content begins in the unpacked layer
 * @param size of the content
 */
record Entry(Kind kind, List<String> path, String target, long offset, long size) {

  enum Kind {
    FILE,
    FOLDER,
    LINK,
    HARD_LINK,
    /** Takes away what lower layers have at its path. */
    WHITEOUT,
    /** Takes away what lower layers have in the folder at its path, which may be the root. */
    OPAQUE,
    /** A device, a pipe. */
    OTHER
  }

  String words() {
    return "/" + String.join("/", path);
  }

  List<String> parent() {
    return path.subList(0, path.size() - 1);
  }

  String name() {
    return path.get(path.size() - 1);
  }
}
