package dev.stageproof.observe;

import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks a registry for the manifest of an image: of what it consists, and how large that is.
 *
 * @param image host, repository, and digest or tag
 */
public record ImageManifestRequest(ImageReference image)
    implements Request<ImageManifestObservation> {

  /** The kinds of manifests that are understood, as an {@code Accept} header names them. */
  public static final List<String> MEDIA_TYPES =
      List.of(
          "application/vnd.oci.image.index.v1+json",
          "application/vnd.oci.image.manifest.v1+json",
          "application/vnd.docker.distribution.manifest.list.v2+json",
          "application/vnd.docker.distribution.manifest.v2+json");

  @Override
  public String kind() {
    return "image-manifest";
  }

  @Override
  public String subject() {
    return "manifest of " + image;
  }

  @Override
  public Class<ImageManifestObservation> observationType() {
    return ImageManifestObservation.class;
  }

  @Override
  public List<String> reproduce() {
    return List.of(command(image));
  }

  /** With an index in between, the manifest's own command follows. */
  @Override
  public List<String> reproduce(ImageManifestObservation seen) {
    List<String> commands = new ArrayList<>();
    commands.add(command(image.at(seen.asked())));
    if (!seen.asked().equals(seen.digest())) {
      commands.add(command(image.at(seen.digest())));
    }
    return List.copyOf(commands);
  }

  private static String command(ImageReference of) {
    if (!of.google() && !of.loopback()) {
      return "docker buildx imagetools inspect --raw " + Shell.word(of.toString());
    }
    String token =
        of.google() ? " -H \"Authorization: Bearer $(gcloud auth print-access-token)\"" : "";
    String url =
        "%s://%s/v2/%s/manifests/%s"
            .formatted(of.loopback() ? "http" : "https", of.host(), of.repository(), of.version());
    String accept = Shell.word("Accept: " + String.join(", ", MEDIA_TYPES));
    return "curl -sS -L" + token + " -H " + accept + " " + Shell.word(url);
  }

  @Override
  public Optional<Permission> permission() {
    return image.google()
        ? Optional.of(
            new Permission(
                "artifactregistry.repositories.downloadArtifacts", "roles/artifactregistry.reader"))
        : Optional.empty();
  }

  @Override
  public Optional<String> cost() {
    return Optional.of("1 to 4 reads of a container registry");
  }
}
