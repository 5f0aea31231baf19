package dev.stageproof.checks.cloudrun;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Identity;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    return CheckPlan.ask(request(context));
  }

  @Override
  public Evaluation evaluate(
      CloudRunSettings settings, CheckContext context, Observations observations) {
    DeploymentRequest request = request(context);
    DeploymentObservation seen = observations.of(request);
    List<Assertion> assertions = new ArrayList<>();
    var readiness = new ReadinessRules(settings.expect(), seen, request.reproduce().get(0));
    var revision = new RevisionRules(settings.expect(), seen.revision(), context.now());
    assertions.addAll(context.onBaseline() ? readiness.ofRevision() : readiness.assertions());
    assertions.addAll(context.onBaseline() ? revision.lasting() : revision.assertions());
    return new Evaluation(
        Headline.of(assertions, seen),
        assertions,
        DeploymentMetrics.of(settings.expect(), seen, context.now()),
        DeploymentExcerpts.of(seen),
        Optional.empty(),
        Optional.empty());
  }

  /** The revision as it was resolved when the run began, not as "latest" may have become. */
  private static DeploymentRequest request(CheckContext context) {
    Identity identity = ((CheckContext.Known) context.target()).identity();
    return new DeploymentRequest(
        identity.project(), identity.region(), identity.service(), identity.revision());
  }
}
