package dev.stageproof.probes.logging;

import com.google.logging.v2.LogEntry;
import dev.stageproof.probes.entries.Entry;

/** Opens the reading of entries to tests of those who write them. */
public final class Entries {
  private Entries() {}

  public static Entry read(LogEntry entry) {
    return EntryReader.read(entry);
  }
}
