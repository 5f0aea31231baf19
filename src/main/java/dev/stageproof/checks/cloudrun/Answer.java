package dev.stageproof.checks.cloudrun;

import dev.stageproof.checks.cloudrun.CloudRunSettings.Expect;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Metric;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Revision;
import dev.stageproof.spi.Observations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Holds a deployment against every expectation of it.
 *
 * @param now the instant that the age is counted to
 * @param observations what the helpful looks showed
 */
record Answer(
    Expect expect,
    Identity identity,
    Instant now,
    DeploymentObservation seen,
    Observations observations) {

  Evaluation evaluation() {
    ImageRules image = image();
    List<Assertion> assertions = assertions(image);
    List<Metric> metrics = new ArrayList<>(DeploymentMetrics.of(expect, least(), seen, now));
    metrics.addAll(image.metrics());
    return Evaluation.of(Headline.of(assertions, seen), assertions)
        .withMetrics(metrics)
        .withExcerpts(DeploymentExcerpts.of(seen));
  }

  private List<Assertion> assertions(ImageRules image) {
    Revision revision = seen.revision();
    String describe = CloudRunCheck.request(identity).reproduce().get(0);
    return Stream.of(
            new ReadinessRules(expect, least(), seen, describe).assertions(),
            new RevisionRules(expect, revision, now).assertions(),
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

  private int least() {
    return expect.traffic().least(identity.meantToServe());
  }
}
