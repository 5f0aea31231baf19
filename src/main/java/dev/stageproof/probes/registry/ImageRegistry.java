package dev.stageproof.probes.registry;

import dev.stageproof.model.Gap;
import dev.stageproof.observe.ImageManifestObservation;
import dev.stageproof.observe.ImageManifestObservation.Blob;
import dev.stageproof.observe.ImageManifestRequest;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.probes.registry.Credentials.Known;
import dev.stageproof.probes.registry.Transport.Answer;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.nio.file.Path;
import java.util.List;

/**
 * Container registries. Credentials are what {@code docker login} left, then, for Google's
 * registries, Application Default Credentials; without any, they are asked as anyone may.
 * Thread-safe.
 */
public final class ImageRegistry implements AutoCloseable {
  private final GoogleLogin google = new GoogleLogin();
  private final Registry registry;

  /** With the configuration of Docker that the environment names. */
  public ImageRegistry() {
    this(DockerConfig.of(System.getenv(), System.getProperty("user.home")));
  }

  /**
   * With another configuration of Docker.
   *
   * @param docker the file; need not exist
   */
  public ImageRegistry(Path docker) {
    this(new DockerConfig(docker));
  }

  private ImageRegistry(DockerConfig docker) {
    this.registry = new Registry((image, context) -> known(docker.of(image), image, context));
  }

  ImageRegistry(Credentials credentials) {
    this.registry = new Registry(credentials);
  }

  private Known known(Known left, ImageReference image, ProbeContext context)
      throws InterruptedException {
    return left.login().isPresent() || !image.google() ? left : google.of(image, context);
  }

  /**
   * The manifest for linux/amd64, which is what Cloud Run runs.
   *
   * @throws UnobservedException when it can't be had or is not what its digest says
   * @throws InterruptedException when the run is stopped
   */
  public ImageManifestObservation manifest(ImageReference image, ProbeContext context)
      throws UnobservedException, InterruptedException {
    return new Manifests(new Shelf(registry, image, context)).of(image.version());
  }

  /**
   * A small blob, such as an image's configuration. Its digest is not checked.
   *
   * @throws UnobservedException when it can't be had, or is larger than any manifest may be
   * @throws InterruptedException when the run is stopped
   */
  public byte[] document(ImageReference image, String digest, ProbeContext context)
      throws UnobservedException, InterruptedException {
    return registry
        .get(image, "blobs/" + digest, List.of("*/*"), context)
        .body()
        .readByteString()
        .toByteArray();
  }

  /**
   * Hands a blob to a reader as it arrives.
   *
   * @throws UnobservedException when it can't be had, or the reader finds it unfit
   * @throws InterruptedException when the run is stopped; the registry's answer is cancelled
   */
  public void blob(ImageReference image, Blob blob, BlobReader reader, ProbeContext context)
      throws UnobservedException, InterruptedException {
    registry.copy(image, blob, reader, context);
  }

  /** What a registry has of an image. */
  private record Shelf(Registry registry, ImageReference image, ProbeContext context)
      implements ManifestSource {
    @Override
    public Served get(String version) throws UnobservedException, InterruptedException {
      Answer answer =
          registry.get(
              version.equals(image.version()) ? image : image.at(version),
              "manifests/" + version,
              ImageManifestRequest.MEDIA_TYPES,
              context);
      return new Served(answer.body().readByteString(), answer.type());
    }

    @Override
    public String words(String version) {
      return (version.equals(image.version()) ? image : image.at(version)).toString();
    }

    @Override
    public Gap malformed(String message) {
      return new RegistryGaps(image).malformed(message);
    }
  }

  @Override
  public void close() {
    registry.close();
    google.close();
  }
}
