package dev.stageproof.probes.job;

import static dev.stageproof.observe.ProcessObservation.OUTPUT_LIMIT;

import com.google.logging.v2.LogEntry;
import com.google.logging.v2.LogSplit;
import dev.stageproof.observe.JobObservation.Output;
import dev.stageproof.probes.entries.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts the entries of an execution's log together to what its program wrote. Not thread-safe. */
final class LineTally {
  private static final String STDOUT = "run.googleapis.com/stdout";
  private static final String STDERR = "run.googleapis.com/stderr";

  /** Twenty pages; a program that writes more lines than this is not read to its end. */
  private static final int MOST_ENTRIES = 20_000;

  private final Map<String, Lines> streams = Map.of(STDOUT, new Lines(), STDERR, new Lines());
  private final Set<Key> seen = new HashSet<>();
  private boolean cut;

  /** Entries that agree in this are one. */
  private record Key(String log, long seconds, int nanos, String insertId) {
    static Key of(LogEntry entry) {
      return new Key(
          entry.getLogName(),
          entry.getTimestamp().getSeconds(),
          entry.getTimestamp().getNanos(),
          entry.getInsertId());
    }
  }

  /** Adds a page, the oldest entry first; false when nothing more is wanted. */
  boolean add(List<LogEntry> page) {
    for (LogEntry entry : page) {
      Lines lines = streams.get(Entry.logId(entry.getLogName()));
      if (lines == null || !seen.add(Key.of(entry))) {
        continue;
      }
      if (seen.size() > MOST_ENTRIES) {
        cut = true;
        return false;
      }
      LogSplit split = entry.getSplit();
      lines.add(LineText.of(entry), split.getUid(), split.getIndex(), split.getTotalSplits());
    }
    return streams.values().stream().anyMatch(lines -> !full(lines));
  }

  Output output(boolean complete) {
    Lines out = streams.get(STDOUT);
    Lines err = streams.get(STDERR);
    boolean partly = cut || full(out) || full(err) || !out.whole() || !err.whole();
    return new Output(
        out.text(OUTPUT_LIMIT), err.text(OUTPUT_LIMIT), partly, complete, Optional.empty());
  }

  private static boolean full(Lines lines) {
    return lines.bytes() > OUTPUT_LIMIT;
  }
}
