package dev.stageproof.probes.registry;

import dev.stageproof.model.Gap;
import dev.stageproof.spi.UnobservedException;
import java.util.Optional;
import okio.ByteString;

/** Has the manifests and indexes of one image. */
public interface ManifestSource {

  /**
   * A manifest or an index as it is stored.
   *
   * @param type its media type, where the source tells it
   */
  record Served(ByteString bytes, Optional<String> type) {}

  /**
   * Gives one of them.
   *
   * @param version a digest, or a tag
   * @throws UnobservedException when there is none
   * @throws InterruptedException when the run is stopped
   */
  Served get(String version) throws UnobservedException, InterruptedException;

  /** What such a version is called in a message. */
  String words(String version);

  /** What is to be done about one that is not what it should be. */
  Gap malformed(String message);
}
