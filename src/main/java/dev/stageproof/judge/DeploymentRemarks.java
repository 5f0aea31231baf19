package dev.stageproof.judge;

import dev.stageproof.model.Identity;
import dev.stageproof.model.Remark;
import dev.stageproof.model.Remark.Kind;
import java.util.Optional;
import java.util.stream.Stream;

/** What is odd about the deployment itself, whatever the checks say. */
final class DeploymentRemarks {
  private static final int ALL = 100;

  private DeploymentRemarks() {}

  static Stream<Remark> on(Identity identity) {
    return Stream.concat(tagOnly(identity).stream(), partOfTraffic(identity).stream())
        .map(text -> new Remark(Kind.DEPLOYMENT, text, Optional.empty()));
  }

  private static Optional<String> tagOnly(Identity identity) {
    return identity
        .image()
        .filter(image -> identity.digest().isEmpty())
        .map(image -> "The image was deployed by tag, and a tag can move: " + image + ".");
  }

  private static Optional<String> partOfTraffic(Identity identity) {
    if (identity.trafficPercent() >= ALL) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            "Revision %s gets %d %% of the service's requests:"
                + " an answer from the service's own address can come from another revision.",
            identity.revision(), identity.trafficPercent()));
  }
}
