package dev.stageproof.probes.image;

import dev.stageproof.observe.ImageManifestObservation.Blob;

/**
 * One layer of an image.
 *
 * @param stored as the manifest names it
 * @param diffId digest of the layer unpacked, as the configuration names it
 */
record Layer(Blob stored, String diffId) {
  private static final int HEX = "sha256:".length();

  String digest() {
    return stored.digest();
  }

  /** What was proven of a file of this name: these bytes unpack to those. */
  String cacheName() {
    return stored.digest().substring(HEX) + "-" + diffId.substring(HEX) + ".tar";
  }
}
