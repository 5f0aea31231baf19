package dev.stageproof.sandbox;

import com.google.cloud.run.v2.Condition;
import com.google.protobuf.Timestamp;
import java.time.Instant;
import java.util.List;

/** Conditions of revisions, and of the service, which follow from its newest revision. */
final class Conditions {
  private Conditions() {}

  /**
   * @param deployed when the revision was deployed
   */
  static List<Condition> of(ScenarioRevision revision, Instant deployed) {
    return revision.conditions().stream().map(state -> condition(state, deployed)).toList();
  }

  private static Condition condition(ScenarioRevision.State state, Instant deployed) {
    Condition.Builder condition =
        Condition.newBuilder()
            .setType(state.type())
            .setState(state.state())
            .setLastTransitionTime(Times.timestamp(deployed.plus(state.after())));
    state.reason().ifPresent(condition::setRevisionReason);
    state.message().ifPresent(condition::setMessage);
    return condition.build();
  }

  /** The terminal condition of a service whose newest revision this is. */
  static Condition terminal(ScenarioRevision newest, Instant deployed) {
    return following("Ready", newest, deployed);
  }

  /** The other conditions of a service whose newest revision this is. */
  static List<Condition> ofService(ScenarioRevision newest, Instant deployed) {
    Condition routes =
        Condition.newBuilder()
            .setType("RoutesReady")
            .setState(Condition.State.CONDITION_SUCCEEDED)
            .setLastTransitionTime(since(newest, deployed))
            .build();
    return List.of(routes, following("ConfigurationsReady", newest, deployed));
  }

  private static Condition following(String type, ScenarioRevision newest, Instant deployed) {
    ScenarioRevision.State ready = newest.readiness();
    Condition.Builder condition =
        Condition.newBuilder()
            .setType(type)
            .setState(ready.state())
            .setLastTransitionTime(since(newest, deployed));
    if (ready.state() == Condition.State.CONDITION_FAILED) {
      condition.setReason(Condition.CommonReason.REVISION_FAILED);
      condition.setMessage(
          "Revision '"
              + newest.name()
              + "' is not ready and cannot serve traffic. "
              + ready.message().orElse(""));
    }
    return condition.build();
  }

  private static Timestamp since(ScenarioRevision revision, Instant deployed) {
    return Times.timestamp(deployed.plus(revision.readiness().after()));
  }
}
