package dev.stageproof.model;

import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time for a log search.
 *
 * @param start inclusive
 * @param end exclusive, after {@code start}
 */
public record Window(@Doc("Inclusive start.") Instant start, @Doc("Exclusive end.") Instant end) {

  public Window {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("the window ends at " + end + ", before its start");
    }
  }

  public Duration length() {
    return Duration.between(start, end);
  }

  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }
}
