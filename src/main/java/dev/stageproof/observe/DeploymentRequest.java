package dev.stageproof.observe;

import dev.stageproof.spi.Permission;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import dev.stageproof.spi.TargetSettings;
import java.util.List;
import java.util.Optional;

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
  public Optional<String> cost() {
    return Optional.of("3 Cloud Run Admin reads");
  }
}
