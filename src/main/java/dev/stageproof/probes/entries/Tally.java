package dev.stageproof.probes.entries;

import dev.stageproof.model.Window;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.observe.LogSeverity;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers questions about entries while they are read, in any order, in memory that does not grow
 * with their number. An entry that comes again soon after counts once. Not thread-safe.
 */
public final class Tally {

  /** Counts in place: a boxed number for each entry would be a fifth of the time. */
  private static final class Count {
    private long value;
  }

  private final List<HitTally> hits;
  private final List<NumberTally> numbers;
  private final SignatureTally signatures;
  private final ServedTally served = new ServedTally();
  private final TimelineTally timeline;
  private final RecentEntries recent = new RecentEntries();
  private final Map<LogSeverity, Count> severities = new EnumMap<>(LogSeverity.class);
  private final long maxEntries;
  private Optional<Instant> oldest = Optional.empty();
  private Optional<Instant> newest = Optional.empty();
  private long entries;
  private boolean truncated;

  /**
   * A tally of nothing yet.
   *
   * @param start where the time line's buckets begin: the window's start, or {@link Instant#EPOCH}
   *     where none is known
   * @param maxEntries how many entries are counted at most; {@link Long#MAX_VALUE} for no bound
   * @throws IllegalArgumentException when a pattern is not in RE2 syntax or a number's has no group
   */
  public Tally(LogQuestions questions, Instant start, long maxEntries) {
    this.hits = questions.matchers().stream().map(HitTally::new).toList();
    this.numbers = questions.numbers().stream().map(NumberTally::new).toList();
    this.signatures = new SignatureTally(questions.signaturesFrom());
    this.timeline = new TimelineTally(start);
    this.maxEntries = maxEntries;
    for (LogSeverity severity : LogSeverity.values()) {
      severities.put(severity, new Count());
    }
  }

  /**
   * Counts an entry, if it is a new one and not of a request of our own.
   *
   * @return false when the bound is reached and nothing more is wanted
   */
  public boolean add(Entry entry) {
    if (!count(entry)) {
      return !truncated;
    }
    for (HitTally tally : hits) {
      tally.add(entry);
    }
    for (NumberTally tally : numbers) {
      tally.add(entry);
    }
    signatures.add(entry);
    return true;
  }

  /**
   * Counts an entry whose text needs no look, because it holds none of the {@link Needles} and
   * {@link #wantsSignature} says no; its text may be empty.
   *
   * @return false when the bound is reached and nothing more is wanted
   */
  public boolean addTextless(Entry entry) {
    return count(entry) || !truncated;
  }

  /** True when signatures of entries of the severity were asked for: their text matters. */
  public boolean wantsSignature(LogSeverity severity) {
    return signatures.wants(severity);
  }

  private boolean count(Entry entry) {
    if (truncated || entry.ours()) {
      return false;
    }
    if (entries == maxEntries) {
      truncated = !recent.holds(entry);
      return false;
    }
    if (!recent.isNew(entry)) {
      return false;
    }
    entries++;
    severities.get(entry.severity()).value++;
    served.add(entry);
    timeline.add(entry.at());
    noteReach(entry.at());
    return true;
  }

  /**
   * Goes on where the bound was reached, with some of the questions: {@link #observation} tells of
   * what the rest adds to them. Each question may go on once.
   *
   * @param questions some of those that are asked, no signatures
   * @param most how many entries it takes
   */
  public RestTally rest(LogQuestions questions, long most) {
    return new RestTally(
        hits.stream().filter(tally -> questions.matchers().contains(tally.matcher())).toList(),
        numbers.stream().filter(tally -> questions.numbers().contains(tally.number())).toList(),
        recent,
        most);
  }

  private void noteReach(Instant at) {
    if (newest.isEmpty() || newest.get().isBefore(at)) {
      newest = Optional.of(at);
    }
    if (oldest.isEmpty() || oldest.get().isAfter(at)) {
      oldest = Optional.of(at);
    }
  }

  /**
   * Counts what another tally of the same questions counted of later entries, as if they had been
   * added here one by one; the other one is of no use afterwards.
   *
   * @return false, and nothing is counted, when that can't be told: when the other one met a bound,
   *     when this one would, or when ids show that entries may have come twice
   */
  public boolean addAll(Tally later) {
    if (later.truncated || later.signatures.cut() || !later.recent.none()) {
      return false;
    }
    if (truncated || later.entries > maxEntries - entries) {
      return false;
    }
    entries += later.entries;
    severities.forEach((severity, count) -> count.value += later.severities.get(severity).value);
    for (int i = 0; i < hits.size(); i++) {
      hits.get(i).addAll(later.hits.get(i));
    }
    for (int i = 0; i < numbers.size(); i++) {
      numbers.get(i).addAll(later.numbers.get(i));
    }
    signatures.addAll(later.signatures);
    served.addAll(later.served);
    timeline.addAll(later.timeline);
    later.oldest.ifPresent(this::noteReach);
    later.newest.ifPresent(this::noteReach);
    return true;
  }

  /** How many entries were counted. */
  public long entries() {
    return entries;
  }

  /** The time of the oldest entry that was counted. */
  public Optional<Instant> oldest() {
    return oldest;
  }

  /** The time of the newest entry that was counted. */
  public Optional<Instant> newest() {
    return newest;
  }

  /** True when there was more than the bound allows. */
  public boolean truncated() {
    return truncated;
  }

  /**
   * Everything that was asked.
   *
   * @param window what the read covers
   * @param pages how many pages were read
   */
  public LogReadObservation observation(Window window, int pages, Watermark watermark) {
    return new LogReadObservation(
        window,
        entries,
        served.count(),
        bySeverity(),
        hits.stream().map(HitTally::hits).toList(),
        numbers.stream().map(NumberTally::measured).toList(),
        served.served(),
        signatures.signatures(),
        signatures.cut(),
        signatures.masking(),
        timeline.over(window),
        truncated,
        Optional.empty(),
        pages,
        List.of(),
        watermark);
  }

  private Map<String, Long> bySeverity() {
    Map<String, Long> occurring = new LinkedHashMap<>();
    severities.forEach(
        (severity, count) -> {
          if (count.value > 0) {
            occurring.put(severity.name(), count.value);
          }
        });
    return Collections.unmodifiableMap(occurring);
  }
}
