package dev.stageproof.engine;

import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.ProbeSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/** What one look may know and use; its deadline counts from its making. */
final class LookContext implements ProbeContext {
  private final Clock clock;
  private final ProbeSettings settings;
  private final Stop stop;
  private final int attempt;
  private final Consumer<String> telling;
  private final long deadline;

  LookContext(
      Clock clock,
      ProbeSettings settings,
      Stop stop,
      int attempt,
      Duration limit,
      Consumer<String> telling) {
    this.clock = clock;
    this.settings = settings;
    this.stop = stop;
    this.attempt = attempt;
    this.telling = telling;
    this.deadline = System.nanoTime() + limit.toNanos();
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  @Override
  public void pause(Duration length) throws InterruptedException {
    stop.pause(Math.min(length.toNanos(), remaining().toNanos()));
  }

  @Override
  public int attempt() {
    return attempt;
  }

  @Override
  public void tell(String text) {
    telling.accept(text);
  }

  @Override
  public ProbeSettings settings() {
    return settings;
  }
}
