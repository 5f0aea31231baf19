package dev.stageproof.probes.cloudrun;

import com.google.protobuf.Timestamp;
import dev.stageproof.observe.DeploymentObservation.Condition;
import java.time.Instant;
import java.util.Optional;

/** Reads the API's condition message. */
final class ConditionReader {
  private ConditionReader() {}

  static Condition read(com.google.cloud.run.v2.Condition condition) {
    return new Condition(
        condition.getType(),
        Names.plain(condition.getState(), "CONDITION_"),
        reason(condition),
        Names.set(condition.getMessage()),
        condition.hasLastTransitionTime()
            ? Optional.of(instant(condition.getLastTransitionTime()))
            : Optional.empty());
  }

  private static Optional<String> reason(com.google.cloud.run.v2.Condition condition) {
    return switch (condition.getReasonsCase()) {
      case REASON -> Optional.of(condition.getReason().name());
      case REVISION_REASON -> Optional.of(condition.getRevisionReason().name());
      case EXECUTION_REASON -> Optional.of(condition.getExecutionReason().name());
      case REASONS_NOT_SET -> Optional.empty();
    };
  }

  static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }
}
