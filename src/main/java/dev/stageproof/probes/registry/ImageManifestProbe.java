package dev.stageproof.probes.registry;

import dev.stageproof.observe.ImageManifestObservation;
import dev.stageproof.observe.ImageManifestRequest;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.probes.registry.Credentials.Known;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;

/**
 * Asks container registries for manifests. Credentials are what {@code docker login} left, then,
 * for Google's registries, Application Default Credentials; without any, it asks as anyone may.
 */
public final class ImageManifestProbe
    implements Probe<ImageManifestRequest, ImageManifestObservation> {

  private final DockerConfig docker;
  private final GoogleLogin google = new GoogleLogin();
  private final Registry registry = new Registry(this::credentials);

  public ImageManifestProbe() {
    this(DockerConfig.of(System.getenv(), System.getProperty("user.home")));
  }

  ImageManifestProbe(DockerConfig docker) {
    this.docker = docker;
  }

  private Known credentials(ImageReference image, ProbeContext context)
      throws InterruptedException {
    Known left = docker.of(image);
    return left.login().isPresent() || !image.google() ? left : google.of(image, context);
  }

  @Override
  public Class<ImageManifestRequest> requestType() {
    return ImageManifestRequest.class;
  }

  @Override
  public ImageManifestObservation observe(ImageManifestRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    return new Manifests(registry).of(request.image(), context);
  }

  @Override
  public void close() {
    registry.close();
    google.close();
  }
}
