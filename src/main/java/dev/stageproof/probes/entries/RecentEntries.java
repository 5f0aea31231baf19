package dev.stageproof.probes.entries;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * Knows the entries of the recent past, so that one that comes twice counts once. A log store hands
 * out equal entries close to each other, because it sorts by time; so what lies further back than
 * {@value #REACH} entries may be forgotten, and memory stays bounded. Not thread-safe.
 */
final class RecentEntries {

  /** An entry is found again at least this many entries later. */
  static final int REACH = 1 << 15;

  /** Entries of one project that agree in these are one entry (LogEntry.insert_id). */
  private record Key(String log, Instant at, String insertId) {}

  private Set<Key> current = new HashSet<>();
  private Set<Key> before = new HashSet<>();

  /** True when the entry was noted and is not forgotten. */
  boolean holds(Entry entry) {
    Key key = key(entry);
    return before.contains(key) || current.contains(key);
  }

  private static Key key(Entry entry) {
    return new Key(entry.log(), entry.at(), entry.insertId());
  }

  /** True when there were only entries without an id, of which each is one of its own. */
  boolean none() {
    return current.isEmpty() && before.isEmpty();
  }

  /** Notes the entry; false when it was there before. */
  boolean isNew(Entry entry) {
    if (entry.insertId().isEmpty()) {
      return true;
    }
    Key key = key(entry);
    if (before.contains(key) || !current.add(key)) {
      return false;
    }
    if (current.size() == REACH) {
      Set<Key> oldest = before;
      oldest.clear();
      before = current;
      current = oldest;
    }
    return true;
  }
}
