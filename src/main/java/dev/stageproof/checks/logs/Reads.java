package dev.stageproof.checks.logs;

import dev.stageproof.model.LogFindings;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Hits;
import dev.stageproof.observe.LogReadObservation.Mark;
import dev.stageproof.observe.LogReadObservation.Measured;
import dev.stageproof.observe.LogReadObservation.Narrowed;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.observe.LogSeverity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a read for the report; a function of the read alone, so checks that share it agree. */
final class Reads {
  private Reads() {}

  static LogFindings.Read of(SeenLog log, boolean live) {
    LogReadObservation seen = log.seen();
    return new LogFindings.Read(
        log.source(),
        seen.window(),
        seen.entries(),
        seen.requests(),
        rising(seen.bySeverity()),
        !seen.truncated(),
        seen.watermark().mark().flatMap(Mark::lag),
        live ? proof(seen.watermark()) : "an export: it holds what it holds",
        seen.pages(),
        rest(seen),
        seen.timeline().step(),
        seen.timeline().counts());
  }

  /** The reads of one search have their window in common. */
  private static Optional<LogFindings.Rest> rest(LogReadObservation seen) {
    List<Narrowed> reads = seen.narrowed();
    return reads.stream()
        .findFirst()
        .map(
            first ->
                new LogFindings.Rest(
                    first.window(),
                    reads.stream().mapToLong(Narrowed::entries).sum(),
                    reads.stream().mapToInt(Narrowed::pages).sum(),
                    seen.complete(patterns(seen))));
  }

  private static LogQuestions patterns(LogReadObservation seen) {
    return new LogQuestions(
        seen.hits().stream().map(Hits::matcher).toList(),
        seen.numbers().stream().map(Measured::number).toList(),
        Optional.empty());
  }

  /** "newest entry 2025-09-15T08:47:00Z", or "no entry". */
  static String newest(Watermark watermark) {
    return watermark.newest().map(Texts::instant).map("newest entry "::concat).orElse("no entry");
  }

  private static String proof(Watermark watermark) {
    Optional<String> marked = watermark.mark().flatMap(Reads::marked);
    if (watermark.passed()) {
      return marked.orElseGet(() -> newest(watermark));
    }
    String tried =
        watermark.mark().isPresent() ? marked.orElse("marked request not readable") + ", " : "";
    String waited = watermark.waited().isZero() ? "" : after(watermark);
    return "not shown: " + tried + newest(watermark) + waited;
  }

  private static String after(Watermark watermark) {
    return " after waiting " + Texts.seconds(watermark.waited());
  }

  private static Optional<String> marked(Mark mark) {
    String by = mark.revision().map(name -> ", answered by " + name).orElse("");
    return mark.lag().map(lag -> "marked request readable after " + Texts.seconds(lag) + by);
  }

  private static Map<String, Long> rising(Map<String, Long> counts) {
    Map<String, Long> sorted = new LinkedHashMap<>();
    for (LogSeverity severity : LogSeverity.values()) {
      Optional.ofNullable(counts.get(severity.name()))
          .ifPresent(count -> sorted.put(severity.name(), count));
    }
    return Collections.unmodifiableMap(sorted);
  }
}
