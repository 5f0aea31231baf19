package dev.stageproof.probes.image;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.ImageSource;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.nio.file.Path;

/**
 * Opens images. Each digest on the way is checked: of the manifest, of the layers as they are
 * stored, and of the layers unpacked. Layers are kept unpacked in a cache by digest; nothing is
 * written anywhere else. Thread-safe.
 */
public final class Images implements AutoCloseable {

  /** Credentials and cache are those that the environment names. */
  public Images() {
    this(Path.of("."));
  }

  /**
   * Credentials are those that the environment names.
   *
   * @param cache the folder for unpacked layers; made when needed
   */
  public Images(Path cache) {}

  /**
   * Makes an image's files readable: fetches the layers that the cache does not hold.
   *
   * @throws UnobservedException when the image can't be had, or not whole, or is not what its
   *     digests say
   * @throws InterruptedException when the run is stopped; nothing half done stays behind
   */
  public ImageFiles open(ImageSource source, ProbeContext context)
      throws UnobservedException, InterruptedException {
    throw new UnobservedException(
        Gap.of(GapReason.INTERNAL, source.words() + " can't be read yet", "Wait for the next one."));
  }

  @Override
  public void close() {}
}
