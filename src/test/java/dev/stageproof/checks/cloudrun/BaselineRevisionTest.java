package dev.stageproof.checks.cloudrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckContext.Known;
import dev.stageproof.spi.CheckContext.Role;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import dev.stageproof.spi.TargetSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The revision that the one under test is compared with: it has been replaced, and that is well.
 */
class BaselineRevisionTest {
  private static final TargetSettings TARGET =
      new TargetSettings(
          "netra-staging",
          "us-central1",
          "netra-backend-staging",
          Deployments.NAME,
          Optional.empty(),
          true);

  /** The one thing seen, whatever is asked. */
  private record Seen(Observation observation) implements Observations {
    @Override
    public <O extends Observation> Sight<O> sight(Request<O> request) {
      return new Sight.Seen<>(request.observationType().cast(observation));
    }
  }

  @Test
  void neitherTheNewestNorTrafficNorTheServiceIsAskedFor() {
    DeploymentObservation replaced =
        Deployments.of(
            Deployments.service(
                true, Deployments.condition("Ready", "FAILED"), "another-00641-new", 0),
            Deployments.revision(Deployments.READY));

    Evaluation evaluation = evaluate(replaced, Expectations.of("traffic: {min-percent: 100}"));

    assertThat(evaluation.assertions())
        .extracting(Assertion::what)
        .containsExactly("revision ready");
    assertThat(evaluation.outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void whatTheRevisionIsMadeOfIsAskedForAsEver() {
    Evaluation evaluation =
        evaluate(Deployments.good(), Expectations.of("env: {required: [POSTGRES_HOST]}"));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(evaluation.headline()).startsWith("env POSTGRES_HOST: not set, expected set");
  }

  private static Evaluation evaluate(DeploymentObservation seen, CloudRunSettings.Expect expect) {
    Identity identity = new CloudRunTarget().identify(TARGET, seen);
    CheckContext context =
        new CheckContext(
            Deployments.DEPLOYED.plus(Duration.ofMinutes(21)),
            new Known(identity, Role.BASELINE),
            Optional.empty(),
            Optional.empty(),
            Path.of(""),
            Duration.ofSeconds(20));
    return new CloudRunCheck().evaluate(new CloudRunSettings(expect), context, new Seen(seen));
  }
}
