package dev.stageproof.checks.logpattern;

import dev.stageproof.checks.logs.LogReading;
import dev.stageproof.observe.LogMatcher;
import java.util.OptionalLong;

/**
 * How often a pattern hit.
 *
 * @param after in the log of the revision under test
 * @param before in the baseline, if one was read
 */
record Hit(long after, OptionalLong before) {

  static Hit of(LogMatcher matcher, LogReading reading) {
    OptionalLong before =
        reading.baseline().stream()
            .mapToLong(log -> log.seen().hitsOf(matcher).count())
            .findFirst();
    return new Hit(reading.seen().hitsOf(matcher).count(), before);
  }
}
