package dev.stageproof.probes.logging;

import com.google.logging.v2.LogEntry;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.spi.UnobservedException;
import java.time.Instant;
import java.util.Optional;

/** Finds the newest readable entry when none is at or after the window's end. */
record NewestEntry(LogPages pages, LogReadRequest request) {

  /** The watermark with its newest entry; asks once more only when the read was cut short. */
  Watermark completed(Watermark watermark, EntryTally tally)
      throws UnobservedException, InterruptedException {
    if (watermark.passed()) {
      return watermark;
    }
    Optional<Instant> newest = tally.newest();
    if (tally.truncated()) {
      Optional<LogEntry> last = pages.first(LogQuery.newest(request, request.window()));
      newest = last.map(ReadEntry::timeOf).or(tally::newest);
    }
    return new Watermark(newest, false, watermark.waited(), watermark.mark());
  }
}
