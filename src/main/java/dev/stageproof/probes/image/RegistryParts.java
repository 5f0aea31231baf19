package dev.stageproof.probes.image;

import dev.stageproof.observe.ImageManifestObservation;
import dev.stageproof.observe.ImageManifestObservation.Blob;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.probes.registry.BlobReader;
import dev.stageproof.probes.registry.ImageRegistry;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;

/** An image in a registry. */
record RegistryParts(ImageRegistry registry, ImageReference image) implements Parts {
  @Override
  public ImageManifestObservation manifest(ProbeContext context)
      throws UnobservedException, InterruptedException {
    return registry.manifest(image, context);
  }

  @Override
  public byte[] config(Blob config, ProbeContext context)
      throws UnobservedException, InterruptedException {
    return registry.document(image, config.digest(), context);
  }

  @Override
  public void layer(Blob layer, BlobReader reader, ProbeContext context)
      throws UnobservedException, InterruptedException {
    registry.blob(image, layer, reader, context);
  }
}
