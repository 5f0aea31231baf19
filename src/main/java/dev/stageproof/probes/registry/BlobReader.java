package dev.stageproof.probes.registry;

import java.io.IOException;
import java.io.InputStream;

/** Takes what a registry sends of a blob. */
@FunctionalInterface
public interface BlobReader {

  /**
   * Reads to the end, or throws. Runs on a thread of the registry's client; when the run is stopped
   * or the deadline passes, the next read throws.
   *
   * @param content closed by the caller; its digest is not checked
   * @throws UnfitException when it is not what it should be
   * @throws IOException passed on from {@code content}
   */
  void read(InputStream content) throws IOException;
}
