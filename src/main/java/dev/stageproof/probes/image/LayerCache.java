package dev.stageproof.probes.image;

import dev.stageproof.probes.image.InUse.Use;
import dev.stageproof.probes.registry.UnfitException;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Layers, unpacked, in a folder that several processes may share. A file appears there whole and
 * checked, under the digests that were checked; it is checked again each time that it is taken into
 * use, and made anew when it is damaged. Thread-safe.
 *
 * @param folder made when it is needed
 */
record LayerCache(Path folder, Limits limits) {
  private static final Duration SHORT = Duration.ofMillis(20);

  /** A layer in use, and what is in it. */
  record Opened(Use use, List<Entry> entries) {}

  /** Gets a layer from where the image is. */
  @FunctionalInterface
  interface Origin {
    /** Unpacks it into an empty file. */
    void unpack(Path target) throws UnobservedException, InterruptedException;
  }

  /** The folder that the environment names. */
  static Path folder(Map<String, String> environment, String home) {
    String own = environment.getOrDefault("STAGEPROOF_CACHE_DIR", "");
    String common = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path caches = common.isEmpty() ? Path.of(home, ".cache") : Path.of(common);
    return (own.isEmpty() ? caches.resolve("stageproof") : Path.of(own)).resolve("images");
  }

  /**
   * Takes a layer into use.
   *
   * @throws UnobservedException when it can't be had, kept, or listed
   */
  Opened open(Layer layer, Origin origin, Budget budget, ProbeContext context)
      throws UnobservedException, InterruptedException {
    try {
      Use use = take(layer.cacheName(), context);
      try {
        return new Opened(use, entries(layer, use, origin, budget, context));
      } catch (IOException | UnobservedException | InterruptedException | RuntimeException e) {
        use.close();
        throw e;
      }
    } catch (UnfitException e) {
      throw e.unobserved();
    } catch (InterruptedIOException e) {
      throw Watched.interrupted(e);
    } catch (IOException e) {
      throw new UnobservedException(Trouble.cache(folder, e), e);
    }
  }

  private Use take(String name, ProbeContext context)
      throws IOException, UnobservedException, InterruptedException {
    InUse files = InUse.of(folder);
    Optional<Use> use = files.take(name);
    while (use.isEmpty()) {
      context.pause(SHORT);
      if (context.remaining().isZero()) {
        throw new UnobservedException(Trouble.late("waiting for the cache " + folder));
      }
      use = files.take(name);
    }
    return use.get();
  }

  /** One thread of this process looks at a file, or makes it; others wait for it. */
  private List<Entry> entries(
      Layer layer, Use use, Origin origin, Budget budget, ProbeContext context)
      throws IOException, UnobservedException, InterruptedException {
    if (!use.writing().tryLock(context.remaining().toMillis(), TimeUnit.MILLISECONDS)) {
      throw new UnobservedException(
          Trouble.late("waiting for layer " + layer.digest() + ", which another check reads,"));
    }
    try {
      Optional<List<Entry>> kept = new LayerFile(layer, use.file(), budget).checked(context);
      if (kept.isEmpty()) {
        make(use.file(), origin, context);
        kept = Optional.of(new LayerFile(layer, use.file(), budget).listed(context));
      }
      Files.setLastModifiedTime(use.file(), FileTime.from(context.now()));
      return kept.get();
    } finally {
      use.writing().unlock();
    }
  }

  private void make(Path file, Origin origin, ProbeContext context)
      throws IOException, UnobservedException, InterruptedException {
    Path part = Files.createTempFile(folder, "layer", Eviction.PART);
    try {
      origin.unpack(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    new Eviction(folder, limits.cacheBytes()).run(context.now());
  }

  /**
   * A layer's file in the cache.
   *
   * @param budget counts what is in it
   */
  private record LayerFile(Layer layer, Path file, Budget budget) {

    /** What is in it; empty when there is none, or it is not what its name says. */
    Optional<List<Entry>> checked(ProbeContext context) throws IOException {
      if (!Files.isRegularFile(file)) {
        return Optional.empty();
      }
      try (Hashed content = new Hashed(opened(context))) {
        return content.rest().equals(layer.diffId())
            ? Optional.of(listed(context))
            : Optional.empty();
      }
    }

    List<Entry> listed(ProbeContext context) throws IOException {
      long bytes = Files.size(file);
      budget.layer("layer " + layer.digest(), bytes);
      try (InputStream content = opened(context)) {
        return new Entries("layer " + layer.digest(), budget).of(content, bytes);
      } catch (UnfitException | InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        throw new UnfitException(
            Trouble.malformed(
                "layer " + layer.digest() + " is no tar archive: " + Trouble.reason(e)));
      }
    }

    private InputStream opened(ProbeContext context) throws IOException {
      return new Watched(Files.newInputStream(file), "layer " + layer.digest(), context);
    }
  }
}
