package dev.stageproof.checks.cloudrun;

import static dev.stageproof.checks.cloudrun.Deployments.NAME;
import static dev.stageproof.checks.cloudrun.Deployments.READY;
import static dev.stageproof.checks.cloudrun.Deployments.condition;
import static dev.stageproof.checks.cloudrun.Deployments.revision;
import static dev.stageproof.checks.cloudrun.Deployments.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.checks.cloudrun.CloudRunSettings.Expect;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.DeploymentObservation;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadinessRulesTest {
  private static final String SETTLE =
      "run again when the deployment has settled; see `gcloud describe`";

  private static Assertion only(String what, DeploymentObservation seen) {
    return rules(Expectations.of(""), seen).stream()
        .filter(assertion -> assertion.what().equals(what))
        .findFirst()
        .orElseThrow();
  }

  private static List<Assertion> rules(Expect expect, DeploymentObservation seen) {
    return new ReadinessRules(expect, expect.traffic().least(true), seen, "gcloud describe")
        .assertions();
  }

  @Test
  void aDeploymentInOrderPassesEveryRule() {
    List<Assertion> all = rules(Expectations.of(""), Deployments.good());

    assertThat(all)
        .extracting(Assertion::what)
        .containsExactly(
            "service ready",
            "generation served",
            "revision ready",
            "latest ready revision",
            "traffic to " + NAME);
    assertThat(all).extracting(Assertion::outcome).containsOnly(Outcome.PASS);
  }

  @Test
  void aFailedServiceFailsWithItsReasonAndMessage() {
    DeploymentObservation seen =
        Deployments.of(
            service(
                false,
                condition("Ready", "FAILED", "CONTAINER_MISSING", "Image not found."),
                NAME,
                100),
            revision(READY));

    assertThat(only("service ready", seen))
        .isEqualTo(
            new Assertion(
                "service ready",
                "SUCCEEDED",
                "Ready FAILED, CONTAINER_MISSING: Image not found.",
                Outcome.FAIL,
                Optional.of("read the revision's log: https://console.cloud.google.com/logs")));
  }

  @Test
  void aServiceThatIsReconcilingIsInconclusiveEvenWhenItsConditionFailed() {
    DeploymentObservation seen =
        Deployments.of(service(true, condition("Ready", "FAILED"), NAME, 100), revision(READY));

    assertThat(only("service ready", seen))
        .isEqualTo(
            Assertion.unsettled("service ready", "SUCCEEDED", "reconciling, Ready FAILED", SETTLE));
  }

  @Test
  void aPendingConditionIsInconclusive() {
    DeploymentObservation seen =
        Deployments.of(service(false, condition("Ready", "PENDING"), NAME, 100), revision(READY));

    assertThat(only("service ready", seen).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void aGenerationThatIsNotServedYetIsInconclusive() {
    DeploymentObservation seen =
        Deployments.of(service(8, 7, false, READY, NAME, 100), revision(READY));

    assertThat(only("generation served", seen))
        .isEqualTo(
            Assertion.unsettled("generation served", "generation 8", "generation 7", SETTLE));
  }

  @Test
  void aFailedRevisionTellsEveryConditionThatFailed() {
    DeploymentObservation seen =
        Deployments.of(
            service(false, READY, NAME, 100),
            revision(
                condition("Ready", "FAILED", "HEALTH_CHECK_CONTAINER_ERROR", "Port 8080."),
                condition("ContainerHealthy", "FAILED"),
                condition("ResourcesAvailable", "SUCCEEDED")));

    Assertion found = only("revision ready", seen);

    assertThat(found.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(found.actual())
        .isEqualTo(
            "Ready FAILED, HEALTH_CHECK_CONTAINER_ERROR: Port 8080.; ContainerHealthy FAILED");
  }

  @Test
  void aRevisionThatIsReadyMayHaveARetiredConditionBeside() {
    DeploymentObservation seen =
        Deployments.of(
            service(false, READY, NAME, 100),
            revision(READY, condition("Active", "FAILED", "RETIRED", "no traffic")));

    assertThat(only("revision ready", seen))
        .isEqualTo(Assertion.of("revision ready", "SUCCEEDED", "Ready SUCCEEDED", true));
  }

  @Test
  void aRevisionThatIsReconcilingIsInconclusive() {
    DeploymentObservation seen =
        Deployments.of(
            service(false, READY, NAME, 100), revision(condition("Ready", "RECONCILING")));

    assertThat(only("revision ready", seen))
        .isEqualTo(Assertion.unsettled("revision ready", "SUCCEEDED", "Ready RECONCILING", SETTLE));
  }

  @Test
  void aRevisionWithoutConditionsIsInconclusive() {
    DeploymentObservation seen = Deployments.of(service(false, READY, NAME, 100), revision());

    assertThat(only("revision ready", seen).actual()).isEqualTo("no conditions");
    assertThat(only("revision ready", seen).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void withoutAReadyConditionAllConditionsDecide() {
    DeploymentObservation seen =
        Deployments.of(
            service(false, READY, NAME, 100),
            revision(condition("A", "SUCCEEDED"), condition("B", "RECONCILING")));

    assertThat(only("revision ready", seen).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void aNewerRevisionThatIsNotReadyFails() {
    DeploymentObservation seen =
        Deployments.of(service(false, READY, "newer", 100), revision(READY));

    assertThat(only("latest ready revision", seen))
        .isEqualTo(Assertion.of("latest ready revision", "newer", NAME, false));
  }

  @Test
  void aNewerRevisionThatIsStillComingIsInconclusive() {
    DeploymentObservation seen =
        Deployments.of(service(true, READY, "newer", 100), revision(READY));

    assertThat(only("latest ready revision", seen))
        .isEqualTo(Assertion.unsettled("latest ready revision", "newer", NAME, SETTLE));
  }

  @Test
  void aRevisionWithoutTrafficFails() {
    DeploymentObservation seen = Deployments.of(service(false, READY, NAME, 0), revision(READY));

    assertThat(only("traffic to " + NAME, seen))
        .isEqualTo(Assertion.of("traffic to " + NAME, "at least 1 %", "0 %", false));
  }

  @Test
  void trafficThatIsStillMovingIsInconclusive() {
    DeploymentObservation seen = Deployments.of(service(true, READY, NAME, 0), revision(READY));

    assertThat(only("traffic to " + NAME, seen).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void whatIsNotExpectedIsNotAsserted() {
    Expect expect = Expectations.of("ready: false, latest: false");

    assertThat(rules(expect, Deployments.good()))
        .extracting(Assertion::what)
        .containsExactly("traffic to " + NAME);
  }

  @Test
  void aRevisionThatIsNotMeantToServeYetNeedsNoTraffic() {
    Expect expect = Expectations.of("ready: false, latest: false");

    assertThat(
            new ReadinessRules(expect, expect.traffic().least(false), Deployments.good(), "")
                .assertions())
        .isEmpty();
  }

  @Test
  void aShareThatIsAskedForIsAskedOfEveryRevision() {
    Expect expect = Expectations.of("traffic: {min-percent: 50}");

    assertThat(expect.traffic().least(true)).isEqualTo(50);
    assertThat(expect.traffic().least(false)).isEqualTo(50);
  }
}
