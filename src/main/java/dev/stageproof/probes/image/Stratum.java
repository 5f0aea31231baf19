package dev.stageproof.probes.image;

import java.nio.file.Path;

/**
 * A tar archive that lies over others.
 *
 * @param what what it is called in messages: "layer sha256:…"
 * @param digest of the layer as it is stored; empty for what is no layer
 * @param file where it is, unpacked
 */
record Stratum(String what, String digest, Path file) {
  static Stratum of(Layer layer, Path file) {
    return new Stratum("layer " + layer.digest(), layer.digest(), file);
  }
}
