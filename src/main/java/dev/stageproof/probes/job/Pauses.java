package dev.stageproof.probes.job;

import java.time.Duration;

/** Pauses that grow by half, up to a longest one. */
final class Pauses {
  private final Duration longest;
  private Duration next;

  Pauses(Duration first, Duration longest) {
    this.next = first;
    this.longest = longest;
  }

  Duration next() {
    Duration now = next;
    Duration grown = next.multipliedBy(3).dividedBy(2);
    next = grown.compareTo(longest) < 0 ? grown : longest;
    return now;
  }
}
