package dev.stageproof.probes.entries;

import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Hits;
import dev.stageproof.observe.LogReadObservation.Line;
import dev.stageproof.observe.LogSeverity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Counts the hits of one matcher and keeps the first few lines. Not thread-safe. */
final class HitTally {
  private final LogMatcher matcher;
  private final LogSeverity lowest;
  private final Predicate<String> matches;
  private final List<Line> first = new ArrayList<>();
  private long count;

  HitTally(LogMatcher matcher) {
    this.matcher = matcher;
    this.lowest = matcher.atLeast().orElse(LogSeverity.DEFAULT);
    this.matches =
        switch (matcher.kind()) {
          case LITERAL -> text -> text.contains(matcher.pattern());
          case REGEX -> new Search(matcher.pattern())::foundIn;
        };
  }

  LogMatcher matcher() {
    return matcher;
  }

  void add(Entry entry) {
    if (entry.severity().compareTo(lowest) < 0 || !matches.test(entry.text())) {
      return;
    }
    count++;
    if (first.size() < LogReadObservation.EXCERPT_LIMIT) {
      first.add(entry.line());
    }
  }

  /** Adds the hits among later entries. */
  void addAll(HitTally later) {
    count += later.count;
    later.first.stream().limit(LogReadObservation.EXCERPT_LIMIT - first.size()).forEach(first::add);
  }

  Hits hits() {
    return new Hits(matcher, count, List.copyOf(first));
  }
}
