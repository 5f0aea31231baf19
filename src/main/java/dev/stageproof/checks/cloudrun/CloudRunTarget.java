package dev.stageproof.checks.cloudrun;

import dev.stageproof.model.Identity;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Revision;
import dev.stageproof.observe.DeploymentObservation.Service;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.TargetSettings;
import dev.stageproof.spi.TargetType;
import java.util.Optional;

/** A revision of a Cloud Run service as the target of a run. */
public final class CloudRunTarget implements TargetType<DeploymentObservation> {

  @Override
  public Request<DeploymentObservation> plan(TargetSettings settings) {
    return new DeploymentRequest(
        settings.project(), settings.region(), settings.service(), settings.revision());
  }

  @Override
  public Identity identify(TargetSettings settings, DeploymentObservation observation) {
    Revision revision = observation.revision();
    return new Identity(
        settings.project(),
        settings.region(),
        settings.service(),
        revision.name(),
        Optional.of(revision.image()).filter(image -> !image.isEmpty()),
        revision.digest(),
        revision.createdAt(),
        deployedBy(observation),
        observation.service().url(),
        TrafficShare.of(observation),
        observation
            .previous()
            .map(before -> new Identity.Previous(before.name(), before.createdAt())));
  }

  /** The API names the client of the last deployment only, which made the newest revision. */
  private static Optional<String> deployedBy(DeploymentObservation observation) {
    Service service = observation.service();
    return service
        .client()
        .filter(client -> service.latestCreated().equals(observation.revision().name()));
  }
}
