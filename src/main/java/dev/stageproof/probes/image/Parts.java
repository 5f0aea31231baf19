package dev.stageproof.probes.image;

import dev.stageproof.observe.ImageManifestObservation;
import dev.stageproof.observe.ImageManifestObservation.Blob;
import dev.stageproof.probes.registry.BlobReader;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;

/** Has the parts of one image, in whatever form. For one thread. */
interface Parts {

  /** The manifest for linux/amd64, with its digest checked. */
  ImageManifestObservation manifest(ProbeContext context)
      throws UnobservedException, InterruptedException;

  /** The configuration; its digest is not checked. */
  byte[] config(Blob config, ProbeContext context) throws UnobservedException, InterruptedException;

  /** Hands over a layer as it is stored; its digest is not checked. */
  void layer(Blob layer, BlobReader reader, ProbeContext context)
      throws UnobservedException, InterruptedException;
}
