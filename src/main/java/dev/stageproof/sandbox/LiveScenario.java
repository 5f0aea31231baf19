package dev.stageproof.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A scenario while the sandbox runs: its changes come true when they are due, and callers of an API
 * change the traffic. Safe for use by many threads.
 */
final class LiveScenario {
  private final Scenario scenario;
  private final Clock clock;
  private final Instant start;
  private final AtomicInteger reads = new AtomicInteger();
  private final List<Scenario.Change> ordered = new ArrayList<>();

  /** The sandbox's start is now. */
  LiveScenario(Scenario scenario, Clock clock) {
    this.scenario = scenario;
    this.clock = clock;
    this.start = clock.instant();
  }

  /** As the file has it; what never changes can be read from here. */
  Scenario scenario() {
    return scenario;
  }

  Instant start() {
    return start;
  }

  /** As it is now. What a caller has ordered comes last, and so wins. */
  Scenario now() {
    Scenario now = scenario;
    for (Scenario.Change change : scenario.changes()) {
      now = due(change) ? now.after(change) : now;
    }
    synchronized (ordered) {
      for (Scenario.Change change : ordered) {
        now = now.after(change);
      }
    }
    return now;
  }

  /** As it is now, for one who reads the service; what waits for this read comes true after it. */
  Scenario read() {
    Scenario now = now();
    reads.incrementAndGet();
    return now;
  }

  private boolean due(Scenario.Change change) {
    Duration since = Duration.between(start, clock.instant());
    return change
        .afterReads()
        .map(count -> reads.get() >= count)
        .orElseGet(() -> change.after().get().compareTo(since) <= 0);
  }

  /**
   * Shares the service's requests out in another way, from now on.
   *
   * @throws IllegalArgumentException when that can't be
   */
  void order(List<Scenario.Traffic> traffic) {
    Scenario.Change change = Scenario.Change.shift(0, traffic.toArray(Scenario.Traffic[]::new));
    scenario.after(change);
    synchronized (ordered) {
      ordered.add(change);
    }
  }
}
