package dev.stageproof.checks.cloudrun;

import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Traffic;

/** How much of a service's traffic goes to its observed revision. */
final class TrafficShare {
  private TrafficShare() {}

  /** 0 to 100; a revision may be named by several targets, with and without a tag. */
  static int of(DeploymentObservation seen) {
    return seen.service().traffic().stream()
        .filter(part -> part.revision().equals(seen.revision().name()))
        .mapToInt(Traffic::percent)
        .sum();
  }
}
