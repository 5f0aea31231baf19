package dev.stageproof.probes.google;

import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.ProbeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A look whose clock moves only when the probe pauses, so that a test waits for nothing; the
 * deadline is counted on the same clock.
 */
public final class TestLook implements ProbeContext {
  private final ProbeSettings settings;
  private final Instant deadline;
  private final List<Duration> pauses = new CopyOnWriteArrayList<>();
  private volatile Instant now;

  public TestLook(ProbeSettings settings, Instant start, Duration deadline) {
    this.settings = settings;
    this.now = start;
    this.deadline = start.plus(deadline);
  }

  /** A look with twenty seconds, the default of a check. */
  public static TestLook at(ProbeSettings settings, Instant start) {
    return new TestLook(settings, start, Duration.ofSeconds(20));
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public Duration remaining() {
    Duration left = Duration.between(now, deadline);
    return left.isNegative() ? Duration.ZERO : left;
  }

  @Override
  public void pause(Duration length) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("stopped");
    }
    pauses.add(length);
    now = now.plus(length);
  }

  @Override
  public ProbeSettings settings() {
    return settings;
  }

  /** The pauses made so far. */
  public List<Duration> pauses() {
    return pauses;
  }
}
