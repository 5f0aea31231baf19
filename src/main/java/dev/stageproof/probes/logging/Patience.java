package dev.stageproof.probes.logging;

import com.google.logging.v2.LogEntry;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks again and again for an entry that should become readable. Each look is a call of the quota,
 * so the pauses double.
 *
 * @param start since when it is waited
 * @param budget how long it may be waited
 */
record Patience(ProbeContext context, Instant start, Duration budget) {

  /** Seldom enough for the quota, often enough to notice. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

  /** What the read itself gets of the time that is left, at most. */
  private static final Duration RESERVE = Duration.ofSeconds(5);

  /** From now on, as long as the maximum allows and the deadline leaves time for the read. */
  static Patience of(ProbeContext context, Duration maxLag) {
    Duration half = context.remaining().dividedBy(2);
    Duration spare = context.remaining().minus(half.compareTo(RESERVE) < 0 ? half : RESERVE);
    return new Patience(context, context.now(), shorter(maxLag, spare));
  }

  /** One look among several. */
  @FunctionalInterface
  interface Look<T> {
    /** What was looked for; empty when it is not there yet. */
    Optional<T> now() throws UnobservedException, InterruptedException;
  }

  /** The first entry that the query finds; empty when the budget ended before. */
  Optional<LogEntry> await(LogPages pages, LogQuery query, Duration firstPause)
      throws UnobservedException, InterruptedException {
    return await(() -> pages.first(query), firstPause);
  }

  /** What a look finds at last; empty when the budget ended before. */
  <T> Optional<T> await(Look<T> look, Duration firstPause)
      throws UnobservedException, InterruptedException {
    Optional<T> found = look.now();
    Duration pause = firstPause;
    while (found.isEmpty() && waited().compareTo(budget) < 0) {
      context.pause(shorter(pause, budget.minus(waited())));
      pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
      found = look.now();
    }
    return found;
  }

  Duration waited() {
    Duration waited = Duration.between(start, context.now());
    return waited.isNegative() ? Duration.ZERO : waited;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
