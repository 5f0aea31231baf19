package dev.stageproof.probes.logging;

import dev.stageproof.model.Window;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.observe.Watermarking;
import dev.stageproof.probes.google.Proofs;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Waits until ingestion has passed a window's end, the way the request asks for. Where no marked
 * request can be sent, an entry of the revision at or after the end has to do.
 */
record Ingestion(LogPages pages, ProbeContext context, Proofs proofs) {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  /** Cloud Logging takes timestamps up to a day ahead of its clock. */
  static final Duration FURTHEST_AHEAD = Duration.ofDays(1);

  /** The proof, or how far ingestion had come when waiting ended. */
  Proof await(LogReadRequest request) throws UnobservedException, InterruptedException {
    return switch (request.watermarking().how()) {
      case OFF -> Proof.none(request.window());
      case NEWEST_ENTRY -> newest(request);
      case REQUEST -> marked(request);
    };
  }

  private Proof marked(LogReadRequest request) throws UnobservedException, InterruptedException {
    Watermarking asked = request.watermarking();
    Optional<SentMark> sent =
        asked.url().isPresent()
            ? new MarkSender(context, proofs).send(asked.url().get(), asked.access())
            : Optional.empty();
    return sent.isPresent()
        ? new MarkSearch(pages, context, request).await(sent.get())
        : newest(request);
  }

  private Proof newest(LogReadRequest request) throws UnobservedException, InterruptedException {
    Patience patience = Patience.of(context, request.watermarking().maxLag());
    Optional<Instant> newest =
        patience
            .await(pages, after(request, patience.start()), FIRST_PAUSE)
            .map(EntryReader::timeOf);
    return Proof.newest(request.window(), newest, patience.waited(), Optional.empty());
  }

  /** Looks for the revision's newest entry at or after the window's end. */
  static LogQuery after(LogReadRequest request, Instant now) {
    Instant end = request.window().end();
    Instant latest = end.isAfter(now) ? end : now;
    return LogQuery.newest(request, new Window(end, latest.plus(FURTHEST_AHEAD)));
  }
}
