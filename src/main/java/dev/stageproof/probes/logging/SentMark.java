package dev.stageproof.probes.logging;

import dev.stageproof.observe.LogReadObservation.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A marked request that went out.
 *
 * @param status the HTTP status of the answer; empty when none came
 */
record SentMark(Instant at, String userAgent, Optional<Integer> status) {

  /** The mark, its entry readable after the lag. */
  Mark seen(Duration lag, Optional<String> revision) {
    return new Mark(at, userAgent, status, Optional.of(lag), revision);
  }

  /** The mark, its entry never readable. */
  Mark lost() {
    return new Mark(at, userAgent, status, Optional.empty(), Optional.empty());
  }
}
