package dev.stageproof.checks.cloudrun;

import dev.stageproof.checks.cloudrun.CloudRunSettings.Expect;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.observe.ImageManifestObservation;
import dev.stageproof.observe.ImageManifestRequest;
import dev.stageproof.observe.ImageReference;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The looks that only some expectations need; what they don't show leaves the others alone. */
record HelpfulLooks(Expect expect, Identity identity) {

  List<Request<?>> requests() {
    List<Request<?>> wanted = new ArrayList<>();
    previous().ifPresent(wanted::add);
    image().ifPresent(wanted::add);
    previousImage().ifPresent(wanted::add);
    return wanted;
  }

  private Optional<DeploymentRequest> previous() {
    return identity
        .previous()
        .filter(before -> expect.env().sincePrevious().isPresent())
        .map(
            before ->
                new DeploymentRequest(
                    identity.project(), identity.region(), identity.service(), before.revision()));
  }

  private Optional<ImageManifestRequest> image() {
    return identity.image().filter(image -> expect.image().sized()).flatMap(HelpfulLooks::pinned);
  }

  private Optional<ImageManifestRequest> previousImage() {
    return identity
        .previous()
        .filter(before -> expect.image().maxGrowth().isPresent())
        .flatMap(Identity.Previous::image)
        .flatMap(HelpfulLooks::pinned);
  }

  /** A tag says nothing about the image that it stood for when it was deployed. */
  private static Optional<ImageManifestRequest> pinned(String image) {
    return ImageReference.parse(image)
        .filter(reference -> reference.digest().isPresent())
        .map(ImageManifestRequest::new);
  }

  /** The revision before the one under test. */
  Sight<DeploymentObservation> previous(Observations observations) {
    return sight(previous(), observations, noPrevious());
  }

  /** What the revision under test runs. */
  Sight<ImageManifestObservation> image(Observations observations) {
    return sight(image(), observations, unpinned(identity.image().orElse("")));
  }

  /** What the revision before it ran. */
  Sight<ImageManifestObservation> previousImage(Observations observations) {
    Gap why =
        identity
            .previous()
            .map(before -> unpinned(before.image().orElse("")))
            .orElseGet(this::noPrevious);
    return sight(previousImage(), observations, why);
  }

  private static <O extends Observation> Sight<O> sight(
      Optional<? extends Request<O>> request, Observations observations, Gap otherwise) {
    return request
        .<Sight<O>>map(observations::sight)
        .orElseGet(() -> new Sight.Unseen<>(otherwise));
  }

  private Gap noPrevious() {
    return identity
        .previousGap()
        .orElseGet(
            () ->
                Gap.of(
                    GapReason.NOT_FOUND,
                    "there is no previous revision",
                    "take the comparison out until there are two revisions"));
  }

  private static Gap unpinned(String image) {
    return Gap.of(
        GapReason.NOT_FOUND,
        "the image was deployed as " + image + ", which does not tell which one ran",
        "deploy the image by digest");
  }
}
