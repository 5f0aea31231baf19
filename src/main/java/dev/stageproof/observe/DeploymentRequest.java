package dev.stageproof.observe;

import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.RevisionSelector;
import dev.stageproof.spi.Shell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks Cloud Run for a service and one of its revisions.
 *
 * @param revision how the revision is asked for, as {@link RevisionSelector#parse} reads it
 */
public record DeploymentRequest(String project, String region, String service, String revision)
    implements Request<DeploymentObservation> {

  /** All that is read of a service; gcloud tells it by the names of the Admin API v1. */
  private static final String SERVICE_FIELDS =
      "yaml(metadata.generation,metadata.annotations,status)";

  /** All that is read of a revision: without the values of variables, and without arguments. */
  private static final String REVISION_FIELDS =
      "yaml(metadata,spec.containers[].image,spec.containers[].env[].name,"
          + "spec.containers[].env[].valueFrom,spec.containers[].resources,"
          + "spec.containers[].ports,spec.containers[].startupProbe,"
          + "spec.containers[].livenessProbe,spec.containers[].readinessProbe,"
          + "spec.containers[].volumeMounts,spec.volumes,spec.containerConcurrency,"
          + "spec.timeoutSeconds,spec.serviceAccountName,status)";

  private static final String TRAFFIC_FIELDS =
      "table(status.traffic:format=\"table(tag,revisionName,percent,url)\")";

  @Override
  public String kind() {
    return "cloud-run";
  }

  @Override
  public String subject() {
    return "Cloud Run service " + service + ", revision " + revision;
  }

  @Override
  public Class<DeploymentObservation> observationType() {
    return DeploymentObservation.class;
  }

  @Override
  public List<String> reproduce() {
    return commands(
        selector() instanceof RevisionSelector.Named named
            ? Optional.of(named.name())
            : Optional.empty());
  }

  @Override
  public List<String> reproduce(DeploymentObservation seen) {
    return commands(Optional.of(seen.revision().name()));
  }

  private List<String> commands(Optional<String> name) {
    List<String> commands = new ArrayList<>();
    commands.add(describe("services", service, SERVICE_FIELDS));
    if (selector() instanceof RevisionSelector.Tag) {
      commands.add(describe("services", service, TRAFFIC_FIELDS));
    }
    if (selector() == RevisionSelector.Moving.PREVIOUS) {
      commands.add(listNewestFirst());
    }
    name.map(known -> describe("revisions", known, REVISION_FIELDS)).ifPresent(commands::add);
    return List.copyOf(commands);
  }

  private String describe(String kind, String name, String fields) {
    return "gcloud run %s describe %s %s --format=%s"
        .formatted(kind, Shell.word(name), place(), Shell.word(fields));
  }

  /** The command that lists the service's revisions, the newest first. */
  public String listNewestFirst() {
    return "gcloud run revisions list --service=%s %s --sort-by=~metadata.creationTimestamp"
        .formatted(Shell.word(service), place());
  }

  private String place() {
    return "--region=" + Shell.word(region) + " --project=" + Shell.word(project);
  }

  /** How the revision is asked for. */
  public RevisionSelector selector() {
    return RevisionSelector.parse(revision);
  }

  @Override
  public Optional<Permission> permission() {
    return Optional.of(new Permission("run.services.get", "roles/run.viewer"));
  }

  @Override
  public Optional<String> cost() {
    return Optional.of("3 Cloud Run Admin reads");
  }
}
