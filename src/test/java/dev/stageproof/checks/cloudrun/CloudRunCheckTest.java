package dev.stageproof.checks.cloudrun;

import static dev.stageproof.checks.cloudrun.Deployments.NAME;
import static dev.stageproof.checks.cloudrun.Deployments.READY;
import static dev.stageproof.checks.cloudrun.Deployments.condition;
import static dev.stageproof.checks.cloudrun.Deployments.revision;
import static dev.stageproof.checks.cloudrun.Deployments.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentRequest;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import dev.stageproof.spi.TargetSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CloudRunCheckTest {
  private static final CloudRunSettings SETTINGS = Expectations.settings("");
  private static final TargetSettings TARGET =
      new TargetSettings(
          "netra-staging",
          "us-central1",
          "netra-backend-staging",
          TargetSettings.LATEST_READY,
          Optional.empty(),
          true);

  private final CloudRunCheck check = new CloudRunCheck();

  /** The one thing seen, whatever is asked. */
  private record Seen(Observation observation) implements Observations {
    @Override
    public <O extends Observation> Sight<O> sight(Request<O> request) {
      return new Sight.Seen<>(request.observationType().cast(observation));
    }
  }

  private static CheckContext context(CheckContext.Resolved target) {
    return new CheckContext(
        Deployments.DEPLOYED.plus(Duration.ofMinutes(21)),
        target,
        Optional.empty(),
        Optional.empty(),
        Path.of(""),
        Duration.ofSeconds(20));
  }

  private static CheckContext known() {
    Identity identity = new CloudRunTarget().identify(TARGET, Deployments.good());
    return context(new CheckContext.Known(identity));
  }

  private Evaluation evaluate(DeploymentObservation seen) {
    return check.evaluate(SETTINGS, known(), new Seen(seen));
  }

  @Test
  void standsInTheDeploymentSection() {
    assertThat(check.name()).isEqualTo("cloud-run");
    assertThat(check.section()).isEqualTo(Section.DEPLOYMENT);
  }

  @Test
  void asksForTheRevisionThatTheRunResolved() {
    assertThat(check.plan(SETTINGS, known()))
        .isEqualTo(
            CheckPlan.ask(
                new DeploymentRequest(
                    "netra-staging", "us-central1", "netra-backend-staging", NAME)));
  }

  private static CheckContext withPrevious() {
    DeploymentObservation good = Deployments.good();
    DeploymentObservation.Previous before =
        new DeploymentObservation.Previous(
            "before", Deployments.DEPLOYED, Deployments.IMAGE + "@sha256:" + "0".repeat(64));
    DeploymentObservation seen =
        new DeploymentObservation(
            good.service(), good.revision(), Optional.of(before), Optional.empty());
    return context(new CheckContext.Known(new CloudRunTarget().identify(TARGET, seen)));
  }

  private List<String> helpful(String expect, CheckContext context) {
    CheckPlan.Ask ask = (CheckPlan.Ask) check.plan(Expectations.settings(expect), context);
    return ask.helpful().stream().map(Request::subject).toList();
  }

  @Test
  void whatOnlySomeExpectationsNeedIsAskedForThemAlone() {
    String image = "manifest of " + Deployments.IMAGE;

    assertThat(helpful("", withPrevious())).isEmpty();
    assertThat(helpful("env: {since-previous: {}}", withPrevious()))
        .containsExactly("Cloud Run service netra-backend-staging, revision before");
    assertThat(helpful("image: {max-size: 1Gi}", withPrevious()))
        .containsExactly(image + "@" + Deployments.DIGEST);
    assertThat(helpful("image: {max-growth: 5%}", withPrevious()))
        .containsExactly(image + "@" + Deployments.DIGEST, image + "@sha256:" + "0".repeat(64));
  }

  @Test
  void whatCanNotBeAskedLeavesItsExpectationOpen() {
    CloudRunSettings settings =
        Expectations.settings("env: {since-previous: {}}, image: {max-growth: 5%}");
    Observations one =
        new Observations() {
          @Override
          public <O extends Observation> Sight<O> sight(Request<O> request) {
            return request.observationType().isInstance(Deployments.good())
                ? new Sight.Seen<>(request.observationType().cast(Deployments.good()))
                : new Sight.Unseen<>(Gap.of(GapReason.UNREACHABLE, "refused", "start it"));
          }
        };

    assertThat(helpful("env: {since-previous: {}}", known())).isEmpty();
    assertThat(check.evaluate(settings, known(), one).assertions())
        .filteredOn(assertion -> assertion.outcome() == Outcome.INCONCLUSIVE)
        .extracting(Assertion::what, Assertion::actual)
        .containsExactly(
            tuple("image growth", "not seen: refused"),
            tuple("env since the previous revision", "not seen: there is no previous revision"));
  }

  @Test
  void anUnknownTargetCanNotBePlanned() {
    Gap gap = Gap.of(GapReason.UNREACHABLE, "refused", "start it");

    assertThat(check.plan(SETTINGS, context(new CheckContext.Unknown(gap))))
        .isEqualTo(CheckPlan.impossible(gap));
  }

  @Test
  void aDeploymentInOrderPassesWithItsImageInTheHeadline() {
    Evaluation evaluation = evaluate(Deployments.good());

    assertThat(evaluation.outcome()).isEqualTo(Outcome.PASS);
    assertThat(evaluation.headline())
        .isEqualTo(
            NAME
                + ", 100 % of traffic, image gcr.io/netra-staging/netra-backend-staging"
                + "@sha256:9f2c61d0b4a7…");
  }

  @Test
  void aFailureIsTheHeadline() {
    Evaluation evaluation =
        evaluate(Deployments.of(service(false, READY, "newer", 0), revision(READY)));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(evaluation.headline())
        .isEqualTo("latest ready revision: " + NAME + ", expected newer (and 1 more)");
  }

  @Test
  void aDeploymentUnderWayIsInconclusive() {
    Evaluation evaluation =
        evaluate(
            Deployments.of(
                service(true, condition("Ready", "RECONCILING"), "newer", 0),
                revision(condition("Ready", "RECONCILING"))));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(evaluation.headline())
        .startsWith(
            "service ready: reconciling, Ready RECONCILING, expected SUCCEEDED (and 3 more)");
    assertThat(evaluation.metrics().get(0))
        .isEqualTo(Metric.measured("traffic share", 0, Unit.PERCENT));
  }

  @Test
  void numbersAreMetrics() {
    assertThat(evaluate(Deployments.good()).metrics())
        .containsExactly(
            Metric.bounded("traffic share", 100, Unit.PERCENT, "at least 1 %", true),
            Metric.measured("age", 21 * 60, Unit.SECONDS),
            Metric.measured("memory limit", 512L << 20, Unit.BYTES),
            Metric.measured("cpu limit", 1, Unit.COUNT),
            Metric.measured("min instances", 1, Unit.COUNT),
            Metric.measured("max instances", 10, Unit.COUNT),
            Metric.measured("concurrency", 80, Unit.COUNT),
            Metric.measured("environment variables", 2, Unit.COUNT));
  }

  @Test
  void thePlatformsMessagesAreExcerpts() {
    Evaluation evaluation =
        evaluate(
            Deployments.of(
                service(false, READY, NAME, 100),
                revision(
                    condition("Ready", "FAILED", "HEALTH_CHECK_CONTAINER_ERROR", "Port 8080."))));

    assertThat(evaluation.excerpts())
        .containsExactly(
            new Excerpt(
                "revision condition Ready",
                Optional.of(Deployments.DEPLOYED),
                Optional.of("FAILED"),
                "Port 8080."));
  }

  @Test
  void theTargetIsAskedForAsConfigured() {
    assertThat(new CloudRunTarget().plan(TARGET))
        .isEqualTo(
            new DeploymentRequest(
                "netra-staging", "us-central1", "netra-backend-staging", "latest-ready"));
  }

  @Test
  void theTargetIsNamedByThePlatform() {
    assertThat(new CloudRunTarget().identify(TARGET, Deployments.good()))
        .isEqualTo(
            new Identity(
                "netra-staging",
                "us-central1",
                "netra-backend-staging",
                NAME,
                "latest-ready",
                Optional.of(Deployments.IMAGE + "@" + Deployments.DIGEST),
                Optional.of(Deployments.DIGEST),
                Optional.of("4be1c07"),
                Deployments.DEPLOYED,
                Optional.of("cloud-build (github-actions)"),
                Deployments.good().revision().creator(),
                Optional.of("https://x.a.run.app"),
                List.of(
                    "https://x.a.run.app",
                    "https://netra-backend-staging-1.us-central1.run.app",
                    "https://staging.example.com"),
                List.of(new Identity.Share(NAME, 100, Optional.empty(), Optional.empty())),
                true,
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void ofAnOlderRevisionOnlyThePipelineIsKnown() {
    DeploymentObservation seen =
        Deployments.of(service(false, READY, "newer", 100), revision(READY));

    assertThat(new CloudRunTarget().identify(TARGET, seen).deployedBy()).contains("github-actions");
  }

  @Test
  void whyThePreviousRevisionIsNotKnownIsKept() {
    Gap gap = Gap.noPermission("may not list", "grant it", "run.revisions.list");
    DeploymentObservation good = Deployments.good();
    DeploymentObservation seen =
        new DeploymentObservation(
            good.service(), good.revision(), Optional.empty(), Optional.of(gap));

    assertThat(new CloudRunTarget().identify(TARGET, seen).previousGap()).contains(gap);
  }
}
