package dev.stageproof.probes;

import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.ProbeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What a probe gets in a test: a real deadline and Google's own endpoints. */
public record Deadline(long atNanos) implements ProbeContext {

  public static Deadline in(Duration length) {
    return new Deadline(System.nanoTime() + length.toNanos());
  }

  @Override
  public Instant now() {
    return Instant.parse("2026-11-20T12:00:00Z");
  }

  @Override
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, atNanos - System.nanoTime()));
  }

  @Override
  public void pause(Duration length) throws InterruptedException {
    long most = Math.min(length.toNanos(), remaining().toNanos());
    boolean released = new CountDownLatch(1).await(most, TimeUnit.NANOSECONDS);
    assert !released;
  }

  @Override
  public ProbeSettings settings() {
    return ProbeSettings.at(new ProbeSettings.Endpoints(Optional.empty(), Optional.empty()));
  }
}
