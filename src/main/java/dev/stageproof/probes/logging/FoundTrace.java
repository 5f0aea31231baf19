package dev.stageproof.probes.logging;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.google.logging.v2.LogEntry;
import dev.stageproof.observe.AnswerersObservation.Answerer;
import dev.stageproof.observe.AnswerersObservation.Traced;
import dev.stageproof.observe.TraceId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The entries of one trace, found in one look or in several. Belongs to one thread. */
final class FoundTrace {
  private static final String REVISION = "revision_name";

  private final TraceId planned;
  private final TraceId sent;
  private final int expected;

  /** By insert id, which is unique within a log: every look finds the earlier entries again. */
  private final Map<String, Optional<String>> revisions = new LinkedHashMap<>();

  private Optional<Instant> readableAt = Optional.empty();

  FoundTrace(TraceId planned, TraceId sent, int expected) {
    this.planned = planned;
    this.sent = sent;
    this.expected = expected;
  }

  TraceId sent() {
    return sent;
  }

  boolean untouched() {
    return revisions.isEmpty();
  }

  boolean complete() {
    return revisions.size() >= expected;
  }

  void add(LogEntry entry, Instant now) {
    String revision = entry.getResource().getLabelsOrDefault(REVISION, "");
    Optional<String> answerer = revision.isEmpty() ? Optional.empty() : Optional.of(revision);
    if (revisions.put(entry.getInsertId(), answerer) == null) {
      readableAt = Optional.of(now);
    }
  }

  Traced traced() {
    Map<Optional<String>, Long> counts =
        revisions.values().stream().collect(groupingBy(identity(), LinkedHashMap::new, counting()));
    List<Answerer> by =
        counts.entrySet().stream()
            .map(each -> new Answerer(each.getKey(), Math.toIntExact(each.getValue())))
            .sorted(Comparator.comparingInt(Answerer::count).reversed())
            .toList();
    return new Traced(planned.hex(), sent.hex(), expected, by, readableAt);
  }
}
