package dev.stageproof.probes.logging;

import com.google.logging.v2.LogEntry;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogReadObservation.Mark;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Waits for a marked request's own entry and closes the window with it. Looks through the whole
 * service: which revision answered is part of what the entry tells.
 */
record MarkSearch(LogPages pages, ProbeContext context, LogReadRequest request) {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  /** How far Google's clock may be behind ours. */
  private static final Duration SKEW = Duration.ofMinutes(10);

  private static final String REVISION_LABEL = "revision_name";

  /** The proof by the mark; by the newest entry when the mark's never becomes readable. */
  Proof await(SentMark sent) throws UnobservedException, InterruptedException {
    Window around = new Window(sent.at().minus(SKEW), sent.at().plus(Ingestion.FURTHEST_AHEAD));
    LogQuery query = LogQuery.mark(request.source(), sent.userAgent(), around);
    Patience patience = Patience.of(context, request.watermarking().maxLag());
    Optional<LogEntry> entry =
        patience.await(pages, query, FIRST_PAUSE).filter(this::closesTheWindow);
    return entry.isPresent()
        ? closed(sent, entry.get(), patience.waited())
        : without(sent, patience);
  }

  /** False only when the clocks differ by more than the window's length. */
  private boolean closesTheWindow(LogEntry entry) {
    return EntryReader.timeOf(entry).isAfter(request.window().start());
  }

  /** An end that the user named stays; a mark before it proves nothing about the rest. */
  private Proof closed(SentMark sent, LogEntry entry, Duration waited) {
    Instant at = EntryReader.timeOf(entry);
    Optional<String> revision =
        Optional.ofNullable(entry.getResource().getLabelsMap().get(REVISION_LABEL));
    Mark mark = sent.seen(Duration.between(sent.at(), context.now()), revision);
    Optional<Instant> newest = revision.filter(request.source().revision()::equals).map(own -> at);
    Window asked = request.window();
    boolean closes = request.watermarking().closesWindow();
    boolean passed = closes || !at.isBefore(asked.end());
    return new Proof(
        closes ? new Window(asked.start(), at) : asked,
        new Watermark(newest, passed, waited, Optional.of(mark)));
  }

  private Proof without(SentMark sent, Patience patience)
      throws UnobservedException, InterruptedException {
    Optional<Instant> newest =
        pages.first(Ingestion.after(request, context.now())).map(EntryReader::timeOf);
    return Proof.newest(request.window(), newest, patience.waited(), Optional.of(sent.lost()));
  }
}
