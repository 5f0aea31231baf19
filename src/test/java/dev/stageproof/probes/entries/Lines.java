package dev.stageproof.probes.entries;

import dev.stageproof.observe.LogSeverity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Entries for tests. */
final class Lines {
  static final Instant START = Instant.parse("2025-09-15T08:26:00Z");
  static final String STDOUT = "run.googleapis.com/stdout";

  private Lines() {}

  static Entry info(String text) {
    return entry(START, LogSeverity.INFO, text);
  }

  static Entry entry(Instant at, LogSeverity severity, String text) {
    return new Entry(at, severity, STDOUT, text, "", Optional.empty());
  }

  static Entry withId(String id, String log) {
    return new Entry(START, LogSeverity.INFO, log, "x", id, Optional.empty());
  }

  static Entry request(int status, Optional<Duration> latency, String agent) {
    return new Entry(
        START,
        LogSeverity.INFO,
        Entry.REQUEST_LOG,
        "GET /",
        "",
        Optional.of(new ServedRequest(status, latency, agent)));
  }
}
