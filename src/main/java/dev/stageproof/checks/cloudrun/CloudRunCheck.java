package dev.stageproof.checks.cloudrun;

import dev.stageproof.checks.cloudrun.CloudRunSettings.Expect;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Metric;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.util.ArrayList;
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
    Expect expect = settings.expect();
    Identity identity = identity(context);
    DeploymentRequest request = request(identity);
    DeploymentObservation seen = observations.of(request);
    HelpfulLooks helpful = new HelpfulLooks(expect, identity);
    ImageRules image =
        new ImageRules(
            expect.image(),
            seen.revision(),
            helpful.image(observations),
            helpful.previousImage(observations));
    int least = expect.traffic().least(identity.meantToServe());
    List<Assertion> assertions = new ArrayList<>();
    var readiness = new ReadinessRules(expect, least, seen, request.reproduce().get(0));
    var revision = new RevisionRules(expect, seen.revision(), context.now());
    assertions.addAll(context.onBaseline() ? readiness.ofRevision() : readiness.assertions());
    assertions.addAll(context.onBaseline() ? revision.lasting() : revision.assertions());
    assertions.addAll(image.assertions());
    assertions.addAll(
        new EnvRules(expect.env(), seen.revision(), helpful.previous(observations)).assertions());
    assertions.addAll(new SecretRules(expect, seen.revision()).assertions());
    assertions.addAll(new PlatformRules(expect, seen).assertions());
    List<Metric> metrics =
        new ArrayList<>(DeploymentMetrics.of(expect, least, seen, context.now()));
    metrics.addAll(image.metrics());
    return Evaluation.of(Headline.of(assertions, seen), assertions)
        .withMetrics(metrics)
        .withExcerpts(DeploymentExcerpts.of(seen));
  }

  private static Identity identity(CheckContext context) {
    return ((CheckContext.Known) context.target()).identity();
  }

  /** The revision as it was resolved when the run began, not as "latest" may have become. */
  private static DeploymentRequest request(Identity identity) {
    return new DeploymentRequest(
        identity.project(), identity.region(), identity.service(), identity.revision());
  }
}
