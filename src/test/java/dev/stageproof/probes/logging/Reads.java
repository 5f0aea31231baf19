package dev.stageproof.probes.logging;

import dev.stageproof.model.Window;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.observe.LogSource;
import dev.stageproof.observe.Watermarking;
import dev.stageproof.observe.Watermarking.How;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Requests for log reads. */
final class Reads {
  static final Instant START = Instant.parse("2025-09-15T08:26:00Z");
  static final Instant END = Instant.parse("2025-09-15T08:47:00Z");
  static final LogSource SOURCE =
      new LogSource(
          "netra-staging",
          "us-central1",
          "netra-backend-staging",
          "netra-backend-staging-00640-wob");

  private Reads() {}

  static LogReadRequest of(How how, Optional<String> url) {
    return of(SOURCE, new Watermarking(how, Duration.ofSeconds(15), url, true));
  }

  static LogReadRequest of(LogSource source, Watermarking watermarking) {
    return new LogReadRequest(
        source, new Window(START, END), LogQuestions.nothingMore(), 10_000, watermarking);
  }
}
