package dev.stageproof.probes.logging;

import com.google.logging.v2.LogEntry;
import dev.stageproof.model.Gap;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogNarrowing;
import dev.stageproof.observe.LogReadObservation.Narrowed;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.probes.entries.Needles;
import dev.stageproof.probes.entries.RestTally;
import dev.stageproof.probes.entries.Tally;
import dev.stageproof.spi.UnobservedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Goes on where a read stopped at its bound, with those questions that the server can narrow a read
 * to. Each read has the same bound again; its calls count against the same quota.
 */
record NarrowedReads(LogPages pages, LogReadRequest request) {

  /** The reads that the tally needs: none when it saw everything. */
  List<Narrowed> after(Tally tally) throws InterruptedException {
    List<LogNarrowing> narrowings = narrowings();
    if (!tally.truncated() || narrowings.isEmpty()) {
      return List.of();
    }
    Window rest = new Window(tally.newest().orElseThrow(), request.window().end());
    List<Narrowed> reads = new ArrayList<>();
    for (LogNarrowing.Filter filter : LogNarrowing.filters(request.source(), rest, narrowings)) {
      reads.add(read(filter, rest, tally));
    }
    return reads;
  }

  private List<LogNarrowing> narrowings() {
    return Stream.concat(
            request.questions().matchers().stream()
                .map(matcher -> LogNarrowing.of(matcher, Needles.of(matcher))),
            request.questions().numbers().stream()
                .map(number -> LogNarrowing.of(number, Needles.of(number))))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Trouble leaves its questions open; what was read before it stays good. */
  private Narrowed read(LogNarrowing.Filter filter, Window rest, Tally tally)
      throws InterruptedException {
    Progress progress = new Progress(tally.rest(filter.questions(), request.maxEntries()));
    try {
      pages.read(LogQuery.narrowed(request, filter.text()), progress);
      return progress.narrowed(filter, rest, Optional.empty());
    } catch (UnobservedException e) {
      return progress.narrowed(filter, rest, Optional.of(e.gap()));
    }
  }

  /** Counts what comes, so that it is known after trouble as well. */
  private static final class Progress implements Predicate<List<LogEntry>> {
    private final RestTally tally;
    private int read;

    Progress(RestTally tally) {
      this.tally = tally;
    }

    @Override
    public boolean test(List<LogEntry> page) {
      read++;
      return page.stream().map(EntryReader::read).allMatch(tally::add);
    }

    Narrowed narrowed(LogNarrowing.Filter filter, Window rest, Optional<Gap> trouble) {
      return new Narrowed(
          filter.questions(),
          filter.text(),
          rest,
          tally.entries(),
          read,
          trouble.isEmpty() && !tally.truncated(),
          trouble);
    }
  }
}
