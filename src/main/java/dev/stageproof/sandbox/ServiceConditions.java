package dev.stageproof.sandbox;

import com.google.cloud.run.v2.Condition;
import java.time.Instant;
import java.util.List;

/**
 * The conditions of a service, which follow from its newest revision.
 *
 * @param deployed when that was deployed
 * @param reconciling whether the service is on its way to its configuration, whatever the revision
 */
record ServiceConditions(ScenarioRevision newest, Instant deployed, boolean reconciling) {

  /** The one that sums the others up. */
  Condition terminal() {
    return following("Ready");
  }

  List<Condition> others() {
    Condition routes =
        bare("RoutesReady", reconciling ? onItsWay() : Condition.State.CONDITION_SUCCEEDED).build();
    return List.of(routes, following("ConfigurationsReady"));
  }

  /** A new traffic split is configured by a service whose revisions are all ready. */
  private Condition.State onItsWay() {
    return newest.ready()
        ? Condition.State.CONDITION_RECONCILING
        : Condition.State.CONDITION_SUCCEEDED;
  }

  private Condition following(String type) {
    ScenarioRevision.State ready = newest.readiness();
    if (ready.state() == Condition.State.CONDITION_FAILED) {
      return bare(type, ready.state())
          .setReason(Condition.CommonReason.REVISION_FAILED)
          .setMessage(
              String.format(
                  "Revision '%s' is not ready and cannot serve traffic. %s",
                  newest.name(), ready.message().orElse("")))
          .build();
    }
    boolean moving = reconciling && type.equals("Ready");
    return bare(type, moving ? Condition.State.CONDITION_RECONCILING : ready.state()).build();
  }

  private Condition.Builder bare(String type, Condition.State state) {
    return Condition.newBuilder()
        .setType(type)
        .setState(state)
        .setLastTransitionTime(Times.timestamp(deployed.plus(newest.readiness().after())));
  }
}
