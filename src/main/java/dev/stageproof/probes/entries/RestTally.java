package dev.stageproof.probes.entries;

import java.util.List;

/**
 * Goes on with some questions of a {@link Tally} that reached its bound, over what it did not read.
 * An entry that the tally has counted comes again at most where it stopped, and does not count
 * twice. Not thread-safe.
 */
public final class RestTally {
  private final List<HitTally> hits;
  private final List<NumberTally> numbers;
  private final RecentEntries counted;
  private final RecentEntries recent = new RecentEntries();
  private final long most;
  private long entries;
  private boolean truncated;

  RestTally(List<HitTally> hits, List<NumberTally> numbers, RecentEntries counted, long most) {
    this.hits = hits;
    this.numbers = numbers;
    this.counted = counted;
    this.most = most;
  }

  /**
   * Looks at an entry, if it is a new one and not of a request of our own.
   *
   * @return false when the bound is reached and nothing more is wanted
   */
  public boolean add(Entry entry) {
    if (truncated || entry.ours()) {
      return !truncated;
    }
    if (entries == most) {
      truncated = !recent.holds(entry);
    } else if (recent.isNew(entry)) {
      take(entry);
    }
    return !truncated;
  }

  private void take(Entry entry) {
    entries++;
    if (counted.holds(entry)) {
      return;
    }
    for (HitTally tally : hits) {
      tally.add(entry);
    }
    for (NumberTally tally : numbers) {
      tally.add(entry);
    }
  }

  /** How many entries came, those that the tally had counted included. */
  public long entries() {
    return entries;
  }

  /** True when there was more than the bound allows. */
  public boolean truncated() {
    return truncated;
  }
}
