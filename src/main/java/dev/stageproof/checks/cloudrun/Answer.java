package dev.stageproof.checks.cloudrun;

import dev.stageproof.checks.cloudrun.CloudRunSettings.Expect;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Metric;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Revision;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.Observations;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds a deployment against every expectation of it.
 *
 * @param context tells the time, and whether it is a baseline that is held against them
 * @param observations what the helpful looks showed
 */
record Answer(
    Expect expect,
    Identity identity,
    CheckContext context,
    DeploymentObservation seen,
    Observations observations) {

  Evaluation evaluation() {
    ImageRules image = image();
    List<Assertion> assertions = assertions(image);
    List<Metric> metrics =
        new ArrayList<>(DeploymentMetrics.of(expect, least(), seen, context.now()));
    metrics.addAll(image.metrics());
    return Evaluation.of(Headline.of(assertions, seen), assertions)
        .withMetrics(metrics)
        .withExcerpts(DeploymentExcerpts.of(seen));
  }

  private List<Assertion> assertions(ImageRules image) {
    Revision revision = seen.revision();
    String describe = CloudRunCheck.request(identity).reproduce().get(0);
    var readiness = new ReadinessRules(expect, least(), seen, describe);
    var made = new RevisionRules(expect, revision, context.now());
    return Stream.of(
            context.onBaseline() ? readiness.ofRevision() : readiness.assertions(),
            context.onBaseline() ? made.lasting() : made.assertions(),
            image.assertions(),
            new EnvRules(expect.env(), revision, helpful().previous(observations)).assertions(),
            new SecretRules(expect, revision).assertions(),
            new PlatformRules(expect, seen).assertions())
        .flatMap(List::stream)
        .toList();
  }

  private ImageRules image() {
    return new ImageRules(
        expect.image(),
        seen.revision(),
        helpful().image(observations),
        helpful().previousImage(observations));
  }

  private HelpfulLooks helpful() {
    return new HelpfulLooks(expect, identity);
  }

  /** A baseline need not serve any longer. */
  private int least() {
    return context.onBaseline() ? 0 : expect.traffic().least(identity.meantToServe());
  }
}
