package dev.stageproof.sandbox;

import com.google.cloud.run.v2.Condition;
import java.time.Instant;
import java.util.List;

/** Conditions of revisions as the Admin API v2 shows them. */
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
}
