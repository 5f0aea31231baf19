package dev.stageproof.probes.logfile;

import dev.stageproof.model.Window;
import dev.stageproof.observe.LogFileRequest;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Unreadable;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.probes.entries.Entry;
import dev.stageproof.probes.entries.Needles;
import dev.stageproof.probes.entries.Tally;
import dev.stageproof.spi.UnobservedException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Takes the entries that were asked for, and counts them. Not thread-safe. */
final class Intake {
  private final LogFileRequest request;
  private final Tally tally;
  private final Optional<NeedleSearch> needles;
  private final String revision;
  private Optional<Instant> newest = Optional.empty();
  private long unreadable;
  private Optional<Place> firstPlace = Optional.empty();
  private String firstReason = "";

  Intake(LogFileRequest request) {
    Instant start = request.window().map(Window::start).orElse(Instant.EPOCH);
    this.request = request;
    this.revision = request.revision().orElse("");
    this.tally = new Tally(request.questions(), start, Long.MAX_VALUE);
    this.needles = Needles.of(request.questions()).flatMap(NeedleSearch::of);
  }

  /**
   * Counts an entry that was scanned.
   *
   * @return false when it has to be parsed, because its text matters
   */
  boolean offer(EntryScan entry) {
    if (!wants(entry.at(), entry.revision())) {
      return true;
    }
    if (!textMatters(entry)) {
      tally.addTextless(entry.withoutText());
      return true;
    }
    if (entry.escaped()) {
      return false;
    }
    tally.add(entry.whole());
    return true;
  }

  private boolean textMatters(EntryScan entry) {
    return tally.wantsSignature(entry.severity())
        || needles.isEmpty()
        || entry.mayHold(needles.get());
  }

  /** Counts an entry that was parsed. */
  void add(ParsedEntry parsed) {
    Entry entry = parsed.entry();
    if (wants(entry.at(), parsed.revision())) {
      tally.add(entry);
    }
  }

  /** Notes something that is no entry. */
  void unreadable(Place place, String reason) {
    unreadable++;
    if (firstPlace.isEmpty()) {
      firstPlace = Optional.of(place);
      firstReason = reason;
    }
  }

  /**
   * Takes what another intake for the same request took of the input behind; the other one is of no
   * use afterwards.
   *
   * @param lines how many lines of the input are before those of the other one
   * @return false, and nothing is taken, when the other one can't tell exactly what this one would
   *     have come to
   */
  boolean addAll(Intake later, long lines) {
    if (!tally.addAll(later.tally)) {
      return false;
    }
    later.newest.ifPresent(this::note);
    if (firstPlace.isEmpty()) {
      firstPlace = later.firstPlace.map(place -> place.after(lines));
      firstReason = later.firstReason;
    }
    unreadable += later.unreadable;
    return true;
  }

  private boolean wants(Instant at, String itsRevision) {
    if (!revision.isEmpty() && !itsRevision.isEmpty() && !revision.equals(itsRevision)) {
      return false;
    }
    note(at);
    return request.window().isEmpty() || request.window().get().contains(at);
  }

  private void note(Instant at) {
    if (newest.isEmpty() || newest.get().isBefore(at)) {
      newest = Optional.of(at);
    }
  }

  private String firstUnreadable() {
    return firstPlace.map(place -> place + ": " + firstReason).orElse("");
  }

  /**
   * Everything that was asked.
   *
   * @param now stands for the window when none was asked for and nothing was read
   * @throws UnobservedException when nothing but what is no entry was read
   */
  LogReadObservation observation(Instant now) throws UnobservedException {
    if (unreadable > 0 && newest.isEmpty()) {
      throw Trouble.noEntries(request.path(), firstUnreadable());
    }
    LogReadObservation seen = tally.observation(window(now), 1, watermark());
    return unreadable == 0 ? seen : seen.with(new Unreadable(unreadable, firstUnreadable()));
  }

  /** An export is its own window, unless one was asked for. */
  private Window window(Instant now) {
    return request
        .window()
        .orElseGet(
            () -> new Window(tally.oldest().orElse(now), tally.newest().orElse(now).plusNanos(1)));
  }

  /** An export does not grow: it reaches as far as its newest entry, or as it was meant to. */
  private Watermark watermark() {
    boolean passed =
        request.window().map(Window::end).stream()
            .allMatch(end -> newest.stream().anyMatch(at -> !at.isBefore(end)));
    return new Watermark(newest, passed, Duration.ZERO, Optional.empty());
  }
}
