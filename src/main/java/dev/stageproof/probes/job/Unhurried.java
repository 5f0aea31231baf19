package dev.stageproof.probes.job;

import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.ProbeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * The time for tidying up: a deadline of its own, that neither the look's nor the run's end
 * shortens.
 *
 * @param deadline by {@link System#nanoTime}
 */
record Unhurried(ProbeContext look, long deadline) implements ProbeContext {

  static Unhurried within(Duration limit, ProbeContext look) {
    return new Unhurried(look, System.nanoTime() + limit.toNanos());
  }

  @Override
  public Instant now() {
    return look.now();
  }

  @Override
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  @Override
  public void pause(Duration length) throws InterruptedException {
    TimeUnit.NANOSECONDS.sleep(Math.min(length.toNanos(), remaining().toNanos()));
  }

  @Override
  public void tell(String text) {
    look.tell(text);
  }

  @Override
  public ProbeSettings settings() {
    return look.settings();
  }
}
