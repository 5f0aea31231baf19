package dev.stageproof.probes.image;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ImageManifestObservation;
import dev.stageproof.observe.ImageSource;
import dev.stageproof.probes.registry.ImageRegistry;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Opens images. Each digest on the way is checked: of the manifest, of the configuration, of the
 * layers as they are stored, and of the layers unpacked. Layers are kept unpacked in a cache by
 * digest; nothing is written anywhere else. An image that was opened once is kept until this is
 * closed; it is asked for its manifest again each time. Thread-safe.
 */
public final class Images implements AutoCloseable {
  private final ImageRegistry registry;
  private final LayerCache cache;
  private final Map<String, KeptImage> kept = new ConcurrentHashMap<>();

  /** Credentials and cache are those that the environment names. */
  public Images() {
    this(LayerCache.folder(System.getenv(), System.getProperty("user.home")));
  }

  /**
   * Credentials are those that the environment names.
   *
   * @param cache the folder for unpacked layers; made when needed
   */
  public Images(Path cache) {
    this(new ImageRegistry(), cache, Limits.standard());
  }

  Images(ImageRegistry registry, Path cache, Limits limits) {
    this.registry = registry;
    this.cache = new LayerCache(cache, limits);
  }

  /**
   * Makes an image's files readable: fetches the layers that the cache does not hold.
   *
   * @throws UnobservedException when the image can't be had, or not whole, or is not what its
   *     digests say
   * @throws InterruptedException when the run is stopped; nothing half done stays behind
   */
  public ImageFiles open(ImageSource source, ProbeContext context)
      throws UnobservedException, InterruptedException {
    Parts parts = parts(source, context);
    ImageManifestObservation manifest = parts.manifest(context);
    KeptImage image = kept.computeIfAbsent(manifest.digest(), digest -> new KeptImage(cache));
    if (!image.lock().tryLock(context.remaining().toMillis(), TimeUnit.MILLISECONDS)) {
      throw new UnobservedException(
          Trouble.late("waiting for " + source.words() + ", which another check reads,"));
    }
    try {
      return image.files(source.words(), parts, manifest, context);
    } finally {
      image.lock().unlock();
    }
  }

  private Parts parts(ImageSource source, ProbeContext context)
      throws UnobservedException, InterruptedException {
    if (source instanceof ImageSource.Registry known) {
      return new RegistryParts(registry, known.image());
    }
    if (source instanceof ImageSource.Layout layout) {
      return new LayoutParts(new FolderFiles(Path.of(layout.folder())), layout.reference());
    }
    ImageSource.Archive archive = (ImageSource.Archive) source;
    return archived(Path.of(archive.file()), archive.reference(), context);
  }

  /** An archive may be both; what has manifests tells more. */
  private Parts archived(Path file, Optional<String> reference, ProbeContext context)
      throws UnobservedException, InterruptedException {
    ArchiveFiles files = ArchiveFiles.of(file, cache.limits(), context);
    if (files.has(LayoutParts.INDEX)) {
      return new LayoutParts(files, reference);
    }
    if (files.has(SavedParts.LIST)) {
      return new SavedParts(files, reference);
    }
    throw new UnobservedException(
        Gap.of(
            GapReason.MALFORMED,
            files.words() + " holds no image: neither index.json nor manifest.json is in it",
            "write it with `docker save -o`; a compressed archive must be unpacked first"));
  }

  @Override
  public void close() {
    kept.values().forEach(KeptImage::close);
    kept.clear();
    registry.close();
  }
}
