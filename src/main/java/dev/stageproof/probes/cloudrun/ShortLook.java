package dev.stageproof.probes.cloudrun;

import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.ProbeSettings;
import java.time.Duration;
import java.time.Instant;

/** A part of a look with an earlier deadline of its own. */
record ShortLook(ProbeContext whole, Instant deadline) implements ProbeContext {

  /** Ends after the limit, or when half of what is left of the whole look is over. */
  static ShortLook within(ProbeContext whole, Duration limit) {
    Duration half = whole.remaining().dividedBy(2);
    return new ShortLook(whole, whole.now().plus(half.compareTo(limit) < 0 ? half : limit));
  }

  @Override
  public Instant now() {
    return whole.now();
  }

  @Override
  public Duration remaining() {
    Duration left = Duration.between(whole.now(), deadline);
    Duration own = left.isNegative() ? Duration.ZERO : left;
    return own.compareTo(whole.remaining()) < 0 ? own : whole.remaining();
  }

  @Override
  public void pause(Duration length) throws InterruptedException {
    Duration left = remaining();
    whole.pause(length.compareTo(left) < 0 ? length : left);
  }

  @Override
  public ProbeSettings settings() {
    return whole.settings();
  }
}
