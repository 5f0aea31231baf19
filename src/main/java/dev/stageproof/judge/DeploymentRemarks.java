package dev.stageproof.judge;

import dev.stageproof.model.Identity;
import dev.stageproof.model.Identity.Share;
import dev.stageproof.model.Remark;
import dev.stageproof.model.Remark.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is odd about the deployment itself, whatever the checks say. */
final class DeploymentRemarks {
  private static final int ALL = 100;

  private DeploymentRemarks() {}

  static Stream<Remark> on(Identity identity) {
    return partOfTraffic(identity)
        .map(text -> new Remark(Kind.DEPLOYMENT, text, Optional.empty()))
        .stream();
  }

  /** None at all is a contradiction, unless it is meant so. */
  private static Optional<String> partOfTraffic(Identity identity) {
    int percent = identity.trafficPercent();
    if (percent >= ALL || percent == 0 || !identity.meantToServe()) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "Revision %s gets %d %% of the service's requests%s:"
                + " an answer from the service's own address can come from another revision.",
            identity.revision(),
            percent,
            others(identity.others())));
  }

  private static String others(List<Share> others) {
    return others.isEmpty()
        ? ""
        : ", and others get the rest, "
            + others.stream().map(Share::words).collect(Collectors.joining(", "));
  }
}
