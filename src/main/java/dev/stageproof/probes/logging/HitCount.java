package dev.stageproof.probes.logging;

import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Hits;
import dev.stageproof.observe.LogReadObservation.Line;
import java.util.ArrayList;
import java.util.List;

/** Counts the hits of one matcher and keeps the first few lines. Not thread-safe. */
final class HitCount {
  private final LogMatcher matcher;
  private final EntryMatcher compiled;
  private final List<Line> first = new ArrayList<>();
  private long count;

  HitCount(LogMatcher matcher) {
    this.matcher = matcher;
    this.compiled = new EntryMatcher(matcher);
  }

  void add(ReadEntry entry) {
    if (!compiled.matches(entry)) {
      return;
    }
    count++;
    if (first.size() < LogReadObservation.EXCERPT_LIMIT) {
      first.add(new Line(entry.at(), entry.severity(), entry.log(), cut(entry.text())));
    }
  }

  Hits hits() {
    return new Hits(matcher, count, List.copyOf(first));
  }

  /** Cuts between characters, never inside a surrogate pair. */
  private static String cut(String text) {
    if (text.length() <= LogReadObservation.TEXT_LIMIT) {
      return text;
    }
    int end = LogReadObservation.TEXT_LIMIT - 1;
    int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
    return text.substring(0, whole) + "…";
  }
}
