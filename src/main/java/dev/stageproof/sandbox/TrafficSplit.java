package dev.stageproof.sandbox;

import java.util.concurrent.atomic.AtomicInteger;

/** Picks the revision that answers a request, exactly by the percentages over 100 requests. */
final class TrafficSplit {
  private static final int WHOLE = 100;

  /** Has no divisor in common with 100, so that multiples of it visit all hundredths, spread. */
  private static final int STRIDE = 61;

  private final LiveScenario live;
  private final AtomicInteger requests = new AtomicInteger();

  TrafficSplit(LiveScenario live) {
    this.live = live;
  }

  ScenarioRevision next() {
    Scenario now = live.now();
    int hundredth = Math.floorMod(requests.getAndIncrement() * STRIDE, WHOLE);
    int upTo = 0;
    for (Scenario.Traffic share : now.traffic()) {
      upTo += share.percent();
      if (hundredth < upTo) {
        return now.target(share);
      }
    }
    throw new IllegalStateException("traffic does not add up to 100 percent");
  }
}
