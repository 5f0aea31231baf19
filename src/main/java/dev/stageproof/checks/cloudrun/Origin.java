package dev.stageproof.checks.cloudrun;

import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Revision;
import dev.stageproof.observe.DeploymentObservation.Service;
import java.util.Optional;

/** Where a revision comes from: the commit, and what deployed it. */
record Origin(DeploymentObservation seen) {

  /** The revision's own labels first; the service's belong to the newest revision. */
  Optional<String> commit() {
    Revision revision = seen.revision();
    return Labels.commit(revision.labels())
        .or(() -> Labels.commit(revision.annotations()))
        .or(() -> newest() ? Labels.commit(seen.service().labels()) : Optional.empty());
  }

  /** The client that deployed and the pipeline behind it: "gcloud 539.0.0 (github-actions)". */
  Optional<String> deployedBy() {
    Optional<String> pipeline = Labels.pipeline(seen.revision().labels());
    return client()
        .map(client -> pipeline.map(name -> client + " (" + name + ")").orElse(client))
        .or(() -> pipeline);
  }

  /** The API names the client of the last deployment only, which made the newest revision. */
  private Optional<String> client() {
    return seen.service().client().filter(client -> newest());
  }

  private boolean newest() {
    Service service = seen.service();
    return service.latestCreated().equals(seen.revision().name());
  }
}
