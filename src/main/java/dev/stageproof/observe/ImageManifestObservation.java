package dev.stageproof.observe;

import dev.stageproof.spi.Observation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The manifest of a container image for the platform that Cloud Run runs, linux/amd64; its bytes
 * were checked against its digest.
 *
 * @param asked the digest of what was asked for: the manifest's own, or that of an index that names
 *     it
 * @param digest the manifest's own digest
 * @param layers from the lowest to the uppermost
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/manifest.md">OCI image
 *     manifest</a>
 */
public record ImageManifestObservation(
    String asked, String digest, String mediaType, Blob config, List<Blob> layers)
    implements Observation {

  /**
   * Something that a manifest names.
   *
   * @param bytes its size as the registry stores it: a layer is compressed
   */
  public record Blob(String digest, String mediaType, long bytes) {}

  /** What a machine without any of it has to load: config and layers, a repeated one once. */
  public long compressedBytes() {
    Map<String, Long> sizes = new HashMap<>();
    layers.forEach(layer -> sizes.put(layer.digest(), layer.bytes()));
    sizes.put(config.digest(), config.bytes());
    return sizes.values().stream().mapToLong(Long::longValue).sum();
  }
}
