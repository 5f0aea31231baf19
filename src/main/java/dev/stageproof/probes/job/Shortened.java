package dev.stageproof.probes.job;

import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.ProbeSettings;
import java.time.Duration;
import java.time.Instant;

/**
 * A look that has to end earlier than the one it belongs to.
 *
 * @param reserve what is kept back of the time that is left
 */
record Shortened(ProbeContext whole, Duration reserve) implements ProbeContext {

  /** Keeps back so much, or a quarter of what is left where that is less. */
  static Shortened by(Duration most, ProbeContext whole) {
    Duration quarter = whole.remaining().dividedBy(4);
    return new Shortened(whole, quarter.compareTo(most) < 0 ? quarter : most);
  }

  @Override
  public Instant now() {
    return whole.now();
  }

  @Override
  public Duration remaining() {
    Duration left = whole.remaining().minus(reserve);
    return left.isNegative() ? Duration.ZERO : left;
  }

  @Override
  public void pause(Duration length) throws InterruptedException {
    Duration left = remaining();
    whole.pause(length.compareTo(left) < 0 ? length : left);
  }

  @Override
  public int attempt() {
    return whole.attempt();
  }

  @Override
  public void tell(String text) {
    whole.tell(text);
  }

  @Override
  public ProbeSettings settings() {
    return whole.settings();
  }
}
