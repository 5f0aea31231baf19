package dev.stageproof.probes.logging;

import com.google.logging.v2.LogEntry;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.observe.Watermarking.How;
import dev.stageproof.probes.entries.Tally;
import dev.stageproof.spi.UnobservedException;
import java.time.Instant;
import java.util.Optional;

/** Finds the newest readable entry of the revision when the proof named none. */
record NewestEntry(LogPages pages, LogReadRequest request) {

  /** The watermark with its newest entry; asks once more only when the read was cut short. */
  Watermark completed(Watermark watermark, Tally tally)
      throws UnobservedException, InterruptedException {
    if (watermark.newest().isPresent()) {
      return watermark;
    }
    Optional<Instant> newest = tally.newest();
    if (tally.truncated() && request.watermarking().how() != How.OFF) {
      Optional<LogEntry> last = pages.first(LogQuery.newest(request, request.window()));
      newest = last.map(EntryReader::timeOf).or(tally::newest);
    }
    return new Watermark(newest, watermark.passed(), watermark.waited(), watermark.mark());
  }
}
