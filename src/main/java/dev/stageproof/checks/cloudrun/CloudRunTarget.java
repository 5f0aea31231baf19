package dev.stageproof.checks.cloudrun;

import dev.stageproof.model.Change;
import dev.stageproof.model.Configuration;
import dev.stageproof.model.Identity;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Container;
import dev.stageproof.observe.DeploymentObservation.EnvVar;
import dev.stageproof.observe.DeploymentObservation.Revision;
import dev.stageproof.observe.DeploymentObservation.Service;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.TargetSettings;
import dev.stageproof.spi.TargetType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    Container container = revision.container();
    Origin origin = new Origin(observation);
    return new Identity(
        settings.project(),
        settings.region(),
        settings.service(),
        revision.name(),
        settings.revision(),
        Optional.of(container.image()).filter(image -> !image.isEmpty()),
        container.digest(),
        origin.commit(),
        revision.createdAt(),
        origin.deployedBy(),
        revision.creator(),
        observation.service().url(),
        audiences(observation.service()),
        shares(observation.service()),
        settings.serving(),
        observation.previous().map(CloudRunTarget::previous),
        observation.previousGap());
  }

  private static Identity.Previous previous(DeploymentObservation.Previous before) {
    return new Identity.Previous(
        before.name(),
        before.createdAt(),
        Optional.of(before.image()).filter(image -> !image.isEmpty()));
  }

  @Override
  public Configuration configuration(DeploymentObservation observation) {
    Revision revision = observation.revision();
    return new Configuration(
        Conditions.ready(revision.conditions()),
        revision.container().env().stream().map(EnvVar::name).toList(),
        SettingsInWords.of(observation));
  }

  @Override
  public List<Change> movement(DeploymentObservation start, DeploymentObservation end) {
    return new Movement(start, end).changes();
  }

  /**
   * Any of the service's addresses and custom audiences will do; its own address goes first.
   *
   * @see <a href="https://cloud.google.com/run/docs/configuring/custom-audiences">Custom
   *     audiences</a>
   */
  private static List<String> audiences(Service service) {
    return Stream.of(
            service.url().stream(), service.urls().stream(), service.customAudiences().stream())
        .flatMap(part -> part)
        .distinct()
        .toList();
  }

  private static List<Identity.Share> shares(Service service) {
    return service.traffic().stream()
        .map(part -> new Identity.Share(part.revision(), part.percent(), part.tag(), part.url()))
        .toList();
  }
}
