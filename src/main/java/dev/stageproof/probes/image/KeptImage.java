package dev.stageproof.probes.image;

import dev.stageproof.observe.ImageManifestObservation;
import dev.stageproof.probes.image.InUse.Use;
import dev.stageproof.probes.image.Node.Folder;
import dev.stageproof.probes.registry.UnfitException;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/** One image, its layers merged once. All but {@link #lock} is for the thread that holds it. */
final class KeptImage implements AutoCloseable {

  /** What stays of it. */
  private record Merged(ImageConfig config, Folder root, List<Use> layers) {}

  private final LayerCache cache;
  private final ReentrantLock lock = new ReentrantLock();
  private final List<MergedFiles> views = new ArrayList<>();
  private Optional<Merged> merged = Optional.empty();

  KeptImage(LayerCache cache) {
    this.cache = cache;
  }

  ReentrantLock lock() {
    return lock;
  }

  /** A view of it; the first one fetches what is missing. */
  ImageFiles files(
      String words, Parts parts, ImageManifestObservation manifest, ProbeContext context)
      throws UnobservedException, InterruptedException {
    if (merged.isEmpty()) {
      merged = Optional.of(merge(words, parts, manifest, context));
    }
    MergedFiles view = new MergedFiles(manifest, merged.get().config(), merged.get().root());
    views.add(view);
    return view;
  }

  private Merged merge(
      String words, Parts parts, ImageManifestObservation manifest, ProbeContext context)
      throws UnobservedException, InterruptedException {
    Configuration configuration =
        Configuration.of(words, manifest, parts.config(manifest.config(), context));
    Tree tree = new Tree(new Budget(cache.limits()));
    List<Use> used = new ArrayList<>();
    boolean whole = false;
    try {
      for (Layer layer : configuration.layers()) {
        LayerCache.Opened opened = open(layer, parts, tree.budget(), context);
        used.add(opened.use());
        tree.add(Stratum.of(layer, opened.use().file()), opened.entries());
      }
      whole = true;
      return new Merged(configuration.start(), tree.root(), List.copyOf(used));
    } catch (UnfitException e) {
      throw e.unobserved();
    } finally {
      if (!whole) {
        used.forEach(Use::close);
      }
    }
  }

  private LayerCache.Opened open(Layer layer, Parts parts, Budget budget, ProbeContext context)
      throws UnobservedException, InterruptedException {
    Codec codec = Codec.of(layer.digest(), layer.stored().mediaType());
    long limit = cache.limits().storedBytes();
    if (layer.stored().bytes() > limit) {
      throw new UnobservedException(
          Trouble.over("layer " + layer.digest() + " has", limit, "bytes"));
    }
    Unpacking unpacking = new Unpacking(layer, codec, budget.layerBytes());
    return cache.open(
        layer,
        target ->
            parts.layer(layer.stored(), content -> unpacking.unpack(content, target), context),
        budget,
        context);
  }

  @Override
  public void close() {
    lock.lock();
    try {
      views.forEach(MergedFiles::close);
      merged.ifPresent(image -> image.layers().forEach(Use::close));
      merged = Optional.empty();
    } finally {
      lock.unlock();
    }
  }
}
