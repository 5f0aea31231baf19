package dev.stageproof.probes.logging;

import com.google.logging.v2.LogEntry;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Waits until ingestion has passed a window's end: until an entry at or after it is readable. Each
 * look is a call of the quota, so the pauses double.
 */
record Ingestion(LogPages pages, ProbeContext context) {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  /** What the read itself gets of the time that is left, at most. */
  private static final Duration RESERVE = Duration.ofSeconds(5);

  /** Cloud Logging takes timestamps up to a day ahead of its clock. */
  private static final Duration FURTHEST_AHEAD = Duration.ofDays(1);

  /** The watermark; without a newest entry when it was not passed. */
  Watermark await(LogReadRequest request) throws UnobservedException, InterruptedException {
    Instant start = context.now();
    Duration budget = budget(request.watermarking().maxLag());
    LogQuery after = LogQuery.newest(request, beyond(request.window(), start));
    Optional<LogEntry> entry = pages.first(after);
    Duration pause = FIRST_PAUSE;
    while (entry.isEmpty() && waited(start).compareTo(budget) < 0) {
      Duration left = budget.minus(waited(start));
      context.pause(pause.compareTo(left) < 0 ? pause : left);
      pause = pause.multipliedBy(2);
      entry = pages.first(after);
    }
    return new Watermark(
        entry.map(ReadEntry::timeOf), entry.isPresent(), waited(start), Optional.empty());
  }

  private Duration waited(Instant start) {
    Duration waited = Duration.between(start, context.now());
    return waited.isNegative() ? Duration.ZERO : waited;
  }

  private Duration budget(Duration maxLag) {
    Duration half = context.remaining().dividedBy(2);
    Duration spare = context.remaining().minus(half.compareTo(RESERVE) < 0 ? half : RESERVE);
    return maxLag.compareTo(spare) < 0 ? maxLag : spare;
  }

  private static Window beyond(Window window, Instant now) {
    Instant latest = window.end().isAfter(now) ? window.end() : now;
    return new Window(window.end(), latest.plus(FURTHEST_AHEAD));
  }
}
