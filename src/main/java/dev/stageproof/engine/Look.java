package dev.stageproof.engine;

import dev.stageproof.model.Gap;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Request;
import java.time.Duration;
import java.time.Instant;

/**
 * One look at the world as it happened, redacted.
 *
 * @param request the request that was answered, merged from all that it serves
 */
record Look(Request<?> request, int attempt, Instant at, Duration took, Answer answer) {

  /** What came of the look. */
  sealed interface Answer {}

  /** Something was seen. */
  record Seen(Observation observation) implements Answer {}

  /** Nothing was seen. */
  record Unseen(Gap gap) implements Answer {}
}
