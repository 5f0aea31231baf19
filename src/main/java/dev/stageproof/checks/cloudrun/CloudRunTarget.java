package dev.stageproof.checks.cloudrun;

import dev.stageproof.model.Change;
import dev.stageproof.model.Configuration;
import dev.stageproof.model.Identity;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Revision;
import dev.stageproof.observe.DeploymentObservation.Service;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.TargetSettings;
import dev.stageproof.spi.TargetType;
import java.util.List;
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
        settings.revision(),
        Optional.of(revision.image()).filter(image -> !image.isEmpty()),
        revision.digest(),
        Optional.empty(),
        revision.createdAt(),
        deployedBy(observation),
        revision.creator(),
        observation.service().url(),
        observation.service().url().stream().toList(),
        shares(observation.service()),
        settings.serving(),
        observation
            .previous()
            .map(before -> new Identity.Previous(before.name(), before.createdAt())));
  }

  @Override
  public Configuration configuration(DeploymentObservation observation) {
    Revision revision = observation.revision();
    return new Configuration(
        Conditions.ready(revision.conditions()),
        revision.env().stream().map(DeploymentObservation.EnvVar::name).toList(),
        revision.limits());
  }

  @Override
  public List<Change> movement(DeploymentObservation start, DeploymentObservation end) {
    return List.of();
  }

  private static List<Identity.Share> shares(Service service) {
    return service.traffic().stream()
        .map(part -> new Identity.Share(part.revision(), part.percent(), part.tag(), part.url()))
        .toList();
  }

  /** The API names the client of the last deployment only, which made the newest revision. */
  private static Optional<String> deployedBy(DeploymentObservation observation) {
    Service service = observation.service();
    return service
        .client()
        .filter(client -> service.latestCreated().equals(observation.revision().name()));
  }
}
