package dev.stageproof.observe;

import dev.stageproof.spi.Diagnosis;
import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import dev.stageproof.spi.TargetSettings;
import dev.stageproof.spi.Usage;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks Cloud Run for a service and one of its revisions.
 *
 * @param revision a revision's name, or {@link TargetSettings#LATEST_READY}
 */
public record DeploymentRequest(String project, String region, String service, String revision)
    implements Request<DeploymentObservation> {

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
    String where = " --region=" + Shell.word(region) + " --project=" + Shell.word(project);
    String describe = "gcloud run services describe " + Shell.word(service) + where;
    if (revision.equals(TargetSettings.LATEST_READY)) {
      return List.of(describe);
    }
    return List.of(describe, "gcloud run revisions describe " + Shell.word(revision) + where);
  }

  @Override
  public Optional<Permission> permission() {
    return Optional.of(new Permission("run.services.get", "roles/run.viewer"));
  }

  @Override
  public List<Permission> permissions() {
    return Stream.of("run.services.get", "run.revisions.get", "run.revisions.list")
        .map(name -> new Permission(name, "roles/run.viewer"))
        .toList();
  }

  @Override
  public String whom() {
    return "Cloud Run Admin API of " + project;
  }

  @Override
  public Optional<Usage> usage() {
    return Optional.of(new Usage(3, "Cloud Run Admin reads"));
  }

  @Override
  public Optional<String> cost() {
    return Optional.of("3 Cloud Run Admin reads");
  }

  @Override
  public List<Request<?>> trials() {
    return List.of(new CredentialsRequest(), this);
  }

  @Override
  public List<Diagnosis> diagnose(DeploymentObservation seen) {
    return DeploymentDiagnoses.of(seen);
  }
}
