package dev.stageproof.probes.registry;

import dev.stageproof.observe.ImageManifestObservation;
import dev.stageproof.observe.ImageManifestRequest;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;

/** Asks container registries for manifests. */
public final class ImageManifestProbe
    implements Probe<ImageManifestRequest, ImageManifestObservation> {

  private final ImageRegistry registry;

  public ImageManifestProbe() {
    this(new ImageRegistry());
  }

  ImageManifestProbe(ImageRegistry registry) {
    this.registry = registry;
  }

  @Override
  public Class<ImageManifestRequest> requestType() {
    return ImageManifestRequest.class;
  }

  @Override
  public ImageManifestObservation observe(ImageManifestRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    return registry.manifest(request.image(), context);
  }

  @Override
  public void close() {
    registry.close();
  }
}
