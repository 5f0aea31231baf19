package dev.stageproof.checks.cloudrun;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.DeploymentObservation;
import java.util.List;

/** The answer of the check in one line. */
final class Headline {
  private static final int DIGEST_START = "sha256:".length() + 12;

  private Headline() {}

  static String of(List<Assertion> assertions, DeploymentObservation seen) {
    Outcome outcome = Outcome.all(assertions.stream().map(Assertion::outcome).toList());
    String revision =
        "%s, %d %% of traffic, image %s"
            .formatted(seen.revision().name(), TrafficShare.of(seen), image(seen));
    return outcome == Outcome.PASS || assertions.isEmpty()
        ? revision
        : trouble(assertions, outcome);
  }

  private static String trouble(List<Assertion> assertions, Outcome outcome) {
    List<Assertion> open =
        assertions.stream().filter(assertion -> assertion.outcome() == outcome).toList();
    Assertion first = open.get(0);
    String text = "%s: %s, expected %s".formatted(first.what(), first.actual(), first.expected());
    return open.size() == 1 ? text : text + " (and " + (open.size() - 1) + " more)";
  }

  /** The image as deployed, a digest cut to what tells images apart. */
  private static String image(DeploymentObservation seen) {
    String image = seen.revision().container().image();
    return seen.revision()
        .container()
        .digest()
        .map(digest -> image.replace(digest, digest.substring(0, DIGEST_START) + "…"))
        .orElse(image);
  }
}
