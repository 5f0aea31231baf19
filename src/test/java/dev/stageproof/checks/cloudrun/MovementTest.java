package dev.stageproof.checks.cloudrun;

import static dev.stageproof.checks.cloudrun.Deployments.NAME;
import static dev.stageproof.checks.cloudrun.Deployments.READY;
import static dev.stageproof.checks.cloudrun.Deployments.condition;
import static dev.stageproof.checks.cloudrun.Deployments.revision;
import static dev.stageproof.checks.cloudrun.Deployments.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Change;
import dev.stageproof.observe.DeploymentObservation;
import dev.stageproof.observe.DeploymentObservation.Revision;
import dev.stageproof.observe.DeploymentObservation.Service;
import dev.stageproof.observe.DeploymentObservation.Traffic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MovementTest {
  private static final String NEXT = "netra-backend-staging-00641-kip";

  private static List<Change> from(DeploymentObservation start, DeploymentObservation end) {
    return new CloudRunTarget().movement(start, end);
  }

  private static List<Change> to(Service service, Revision revision) {
    return from(Deployments.good(), Deployments.of(service, revision));
  }

  private static Change change(String what, String before, String after) {
    return new Change(what, Optional.of(before), Optional.of(after));
  }

  private static Service with(String latestReady, String latestCreated, Traffic... traffic) {
    Service good = Deployments.good().service();
    return new Service(
        good.name(),
        good.url(),
        good.urls(),
        good.customAudiences(),
        good.invokerChecked(),
        good.generation(),
        good.observedGeneration(),
        good.reconciling(),
        good.terminal(),
        good.conditions(),
        latestReady,
        latestCreated,
        List.of(traffic),
        good.ingress(),
        good.labels(),
        good.client(),
        good.lastModifier());
  }

  private static Traffic share(String revision, int percent) {
    return new Traffic(revision, percent, Optional.empty(), Optional.empty());
  }

  private static Traffic tagged(String tag, String revision) {
    return new Traffic(revision, 0, Optional.of(tag), Optional.empty());
  }

  @Test
  void whatStaysAsItIsIsNoMovement() {
    assertThat(from(Deployments.good(), Deployments.good())).isEmpty();
  }

  @Test
  void anotherLatestReadyRevisionIsToldOnce() {
    assertThat(to(with(NEXT, NAME, share(NAME, 100)), Deployments.withEnv(NEXT, List.of())))
        .containsExactly(change("latest ready revision", NAME, NEXT));
  }

  @Test
  void anotherRevisionBehindATagIsTold() {
    assertThat(
            from(
                Deployments.of(
                    with(NAME, NAME, share(NAME, 100), tagged("blue", NAME)), revision(READY)),
                Deployments.of(
                    with(NAME, NAME, share(NAME, 100), tagged("blue", NEXT)),
                    Deployments.withEnv(NEXT, List.of()))))
        .containsExactly(
            change("revision that was asked for", NAME, NEXT),
            change("traffic tag blue", NAME, NEXT));
  }

  @Test
  void aNewRevisionThatIsNotReadyIsTold() {
    assertThat(to(with(NAME, NEXT, share(NAME, 100)), revision(READY)))
        .containsExactly(change("latest created revision", NAME, NEXT));
  }

  @Test
  void trafficThatMovedIsToldByRevision() {
    assertThat(to(with(NAME, NAME, share(NAME, 90), share(NEXT, 10)), revision(READY)))
        .containsExactly(
            change("traffic to " + NAME, "100 %", "90 %"),
            change("traffic to " + NEXT, "0 %", "10 %"));
  }

  @Test
  void aTagThatIsGoneHasNoAfter() {
    assertThat(
            from(
                Deployments.of(
                    with(NAME, NAME, share(NAME, 100), tagged("blue", NAME)), revision(READY)),
                Deployments.good()))
        .containsExactly(new Change("traffic tag blue", Optional.of(NAME), Optional.empty()));
  }

  @Test
  void aDeploymentThatBeganIsTold() {
    assertThat(to(service(8, 7, true, READY, NAME, 100), revision(READY)))
        .containsExactly(
            change("service", "settled", "reconciling"),
            change("generation of the service", "7", "8"));
  }

  @Test
  void aRevisionThatIsNoLongerReadyIsToldWithTheReason() {
    Revision failed =
        revision(condition("Ready", "FAILED", "HEALTH_CHECK_CONTAINER_ERROR", "Port 8080."));

    assertThat(to(service(false, READY, NAME, 100), failed))
        .containsExactly(
            change(
                "revision " + NAME,
                "Ready SUCCEEDED",
                "Ready FAILED, HEALTH_CHECK_CONTAINER_ERROR: Port 8080."));
  }
}
