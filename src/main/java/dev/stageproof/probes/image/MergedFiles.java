package dev.stageproof.probes.image;

import dev.stageproof.observe.ImageManifestObservation;
import dev.stageproof.probes.image.Node.Folder;
import dev.stageproof.probes.image.Node.Link;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A view of a merged file system; many may share one. */
final class MergedFiles implements ImageFiles {
  private final ImageManifestObservation manifest;
  private final ImageConfig config;
  private final Folder root;
  private volatile boolean closed;

  MergedFiles(ImageManifestObservation manifest, ImageConfig config, Folder root) {
    this.manifest = manifest;
    this.config = config;
    this.root = root;
  }

  @Override
  public String asked() {
    return manifest.asked();
  }

  @Override
  public String digest() {
    return manifest.digest();
  }

  @Override
  public ImageConfig config() {
    return config;
  }

  @Override
  public Optional<ImageFile> find(String path) {
    return Walk.to(root, path).map(place -> file("/" + String.join("/", Walk.split(path)), place));
  }

  private ImageFile file(String path, Walk.Place place) {
    return new MergedFile(this, path, place.path(), place.node());
  }

  @Override
  public List<ImageFile> list(String folder) {
    return children(folder).map(Map.Entry::getKey).flatMap(path -> find(path).stream()).toList();
  }

  @Override
  public Stream<ImageFile> walk(String folder) {
    return children(folder).flatMap(child -> below(child.getKey(), child.getValue()));
  }

  /** A link to a folder is not followed: what is there is found where it is. */
  private Stream<ImageFile> below(String path, Node node) {
    return node instanceof Folder
        ? walk(path)
        : find(path).filter(found -> !(node instanceof Link) || !found.folder()).stream();
  }

  private Stream<Map.Entry<String, Node>> children(String folder) {
    List<String> names = Walk.split(folder);
    String prefix = names.isEmpty() ? "/" : "/" + String.join("/", names) + "/";
    return Walk.to(root, names)
        .filter(place -> place.node() instanceof Folder)
        .map(place -> ((Folder) place.node()).children().entrySet().stream())
        .orElseGet(Stream::empty)
        .map(child -> Map.entry(prefix + child.getKey(), child.getValue()));
  }

  /** Throws once these files are closed: the cache may have removed what they are in. */
  void requireOpen(String path) throws IOException {
    if (closed) {
      throw new IOException(path + " can't be read any more: its image was closed");
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
