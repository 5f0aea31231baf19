package dev.stageproof.checks.cloudrun;

import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Identity;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.util.List;

/** Compares the state of a Cloud Run service and revision with what is expected of it. */
public final class CloudRunCheck implements CheckType<CloudRunSettings> {

  @Override
  public String name() {
    return "cloud-run";
  }

  @Override
  public String title() {
    return "Cloud Run revision";
  }

  @Override
  public Section section() {
    return Section.DEPLOYMENT;
  }

  @Override
  public Class<CloudRunSettings> settingsType() {
    return CloudRunSettings.class;
  }

  @Override
  public CheckPlan plan(CloudRunSettings settings, CheckContext context) {
    if (context.target() instanceof CheckContext.Unknown unknown) {
      return CheckPlan.impossible(unknown.gap());
    }
    Identity identity = identity(context);
    return new CheckPlan.Ask(
        List.of(request(identity)), new HelpfulLooks(settings.expect(), identity).requests());
  }

  @Override
  public Evaluation evaluate(
      CloudRunSettings settings, CheckContext context, Observations observations) {
    Identity identity = identity(context);
    DeploymentObservation seen = observations.of(request(identity));
    return new Answer(settings.expect(), identity, context, seen, observations).evaluation();
  }

  private static Identity identity(CheckContext context) {
    return ((CheckContext.Known) context.target()).identity();
  }

  /** The revision as it was resolved when the run began, not as "latest" may have become. */
  static DeploymentRequest request(Identity identity) {
    return new DeploymentRequest(
        identity.project(), identity.region(), identity.service(), identity.revision());
  }
}
