package dev.stageproof.engine;

import dev.stageproof.model.Gap;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One look at the world as it happened, redacted.
 *
 * @param request the request that was answered, merged from all that it serves
 */
record Look(Request<?> request, int attempt, Instant at, Duration took, Answer answer) {

  /** The commands that repeat a request which this look answered. */
  <O extends Observation> List<String> reproduce(Request<O> asked) {
    return answer instanceof Seen seen
        ? asked.reproduce(asked.observationType().cast(seen.observation()))
        : asked.reproduce();
  }

  /** True when it showed nothing. */
  boolean unseen() {
    return answer instanceof Unseen;
  }

  /** What the look showed of a request which it answered. */
  <O extends Observation> Sight<O> sight(Request<O> asked) {
    return answer instanceof Seen seen
        ? new Sight.Seen<>(asked.observationType().cast(seen.observation()))
        : new Sight.Unseen<>(((Unseen) answer).gap());
  }

  /** What came of the look. */
  sealed interface Answer {}

  /** Something was seen. */
  record Seen(Observation observation) implements Answer {}

  /** Nothing was seen. */
  record Unseen(Gap gap) implements Answer {}
}
