package dev.stageproof.probes.image;

import dev.stageproof.probes.image.Node.Content;
import dev.stageproof.probes.image.Node.Folder;
import dev.stageproof.probes.image.Node.Link;
import dev.stageproof.probes.registry.UnfitException;
import java.util.List;
import java.util.Optional;

/**
 * Merges layers, from the lowest to the uppermost. As containerd does it, folders on the way to an
 * entry are reached through symbolic links of lower layers, and an entry replaces whatever is at
 * its own path; a folder joins a folder. For one thread.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/layer.md">OCI image
 *     layers</a>
 */
record Tree(Folder root, Budget budget) {

  Tree(Budget budget) {
    this(new Folder(""), budget);
  }

  /**
   * Puts a layer over what is there.
   *
   * @throws UnfitException when it can't be merged
   */
  void add(Stratum layer, List<Entry> entries) throws UnfitException {
    for (Entry entry : entries) {
      takeAway(entry);
    }
    for (Entry entry : entries) {
      put(layer, entry);
    }
  }

  /** Before anything is put: what is taken away is in lower layers, wherever the entry stands. */
  private void takeAway(Entry entry) {
    switch (entry.kind()) {
      case OPAQUE -> folder(entry.path()).ifPresent(folder -> folder.children().clear());
      case WHITEOUT ->
          folder(entry.parent()).ifPresent(folder -> folder.children().remove(entry.name()));
      case FILE, FOLDER, LINK, HARD_LINK, OTHER -> {
        // Put later.
      }
    }
  }

  private Optional<Folder> folder(List<String> path) {
    return Walk.to(root, path)
        .map(Walk.Place::node)
        .filter(Folder.class::isInstance)
        .map(Folder.class::cast);
  }

  private void put(Stratum layer, Entry entry) throws UnfitException {
    switch (entry.kind()) {
      case WHITEOUT, OPAQUE -> {
        // Done before.
      }
      case FILE ->
          parent(layer, entry)
              .children()
              .put(
                  entry.name(),
                  new Content(layer.digest(), layer.file(), entry.offset(), entry.size()));
      case LINK -> parent(layer, entry).children().put(entry.name(), new Link(entry.target()));
      case HARD_LINK -> parent(layer, entry).children().put(entry.name(), shared(layer, entry));
      case OTHER -> parent(layer, entry).children().remove(entry.name());
      case FOLDER -> putFolder(layer, entry);
    }
  }

  private void putFolder(Stratum layer, Entry entry) throws UnfitException {
    if (!entry.path().isEmpty()) {
      parent(layer, entry)
          .children()
          .compute(
              entry.name(),
              (name, old) -> old instanceof Folder ? old : new Folder(layer.digest()));
    }
  }

  /** Made where it is missing; what is made counts, since one path may imply many folders. */
  private Folder parent(Stratum layer, Entry entry) throws UnfitException {
    Walk.Maker<UnfitException> maker =
        () -> {
          budget.entry(layer.what());
          return new Folder("");
        };
    return Walk.made(root, entry.parent(), maker)
        .orElseThrow(
            () -> malformed(layer, "puts " + entry.words() + " where links lead in a circle"));
  }

  /** What a hard link shares: a file or a symbolic link, of this layer or a lower one. */
  private Node shared(Stratum layer, Entry entry) throws UnfitException {
    List<String> target = new Entries(layer.what(), budget).path(entry.target());
    Optional<Node> node =
        target.isEmpty()
            ? Optional.empty()
            : folder(target.subList(0, target.size() - 1))
                .map(folder -> folder.children().get(target.get(target.size() - 1)));
    return node.filter(found -> !(found instanceof Folder))
        .orElseThrow(
            () ->
                malformed(
                    layer,
                    "links %s to %s, which is no file of the image"
                        .formatted(entry.words(), entry.target())));
  }

  private static UnfitException malformed(Stratum layer, String message) {
    return new UnfitException(Trouble.malformed(layer.what() + " " + message));
  }
}
