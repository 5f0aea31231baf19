package dev.stageproof.probes.logging;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.probes.google.Turn;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps all reads of the probe together below the project's quota: in no minute more calls than
 * configured, all of them at once if need be. A call takes its turn when it asks for it; who waits
 * longest is served first. Thread-safe.
 */
final class ReadBudget implements Turn {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  /** When the calls of the last minute are, the ones that still wait included. */
  private final Deque<Instant> turns = new ArrayDeque<>();

  @Override
  public void await(ProbeContext context) throws UnobservedException, InterruptedException {
    int most = context.settings().logReadsPerMinute();
    Duration wait = reserve(context.now(), context.remaining(), most);
    if (wait.compareTo(context.remaining()) >= 0) {
      throw new UnobservedException(exhausted(most, wait));
    }
    if (!wait.isZero()) {
      context.pause(wait);
    }
  }

  /** How long until the next turn, which is taken if it comes in time. */
  private synchronized Duration reserve(Instant now, Duration remaining, int most) {
    while (!turns.isEmpty() && !turns.peekFirst().plus(MINUTE).isAfter(now)) {
      turns.removeFirst();
    }
    Duration wait = turns.size() < most ? Duration.ZERO : untilFree(now, most);
    if (wait.compareTo(remaining) < 0) {
      turns.addLast(now.plus(wait));
    }
    return wait;
  }

  /** A minute after the turn that is as many turns back as a minute may hold. */
  private Duration untilFree(Instant now, int most) {
    Instant before = turns.stream().skip(turns.size() - (long) most).findFirst().orElseThrow();
    return Duration.between(now, before.plus(MINUTE));
  }

  private static Gap exhausted(int most, Duration wait) {
    return Gap.of(
        GapReason.QUOTA,
        "the %d log reads a minute that `gcp.log-reads-per-minute` allows are used up;"
                .formatted(most)
            + " the next may be in "
            + Math.max(1, wait.toSeconds())
            + " s, after the deadline",
        "raise `timeout` of the check, or `gcp.log-reads-per-minute` if others leave enough of the"
            + " project's quota of 60, then run again");
  }
}
