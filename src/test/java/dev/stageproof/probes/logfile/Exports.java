package dev.stageproof.probes.logfile;

import dev.stageproof.model.Window;
import dev.stageproof.observe.LogFileRequest;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.probes.Deadline;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Exports and what is asked of them in tests. */
final class Exports {
  static final String AT = "2026-11-20T08:26:00Z";
  static final String REVISION = "netra-backend-staging-00640-wob";

  private Exports() {}

  /** An entry of plain text, as one line without its end. */
  static String text(String at, String text) {
    return """
        {"insertId":"a","logName":"projects/p/logs/run.googleapis.com%%2Fstderr",\
        "resource":{"labels":{"revision_name":"%s"},"type":"cloud_run_revision"},\
        "severity":"INFO","textPayload":"%s","timestamp":"%s"}"""
        .formatted(REVISION, text, at);
  }

  static Path file(Path folder, String content) {
    try {
      return Files.writeString(folder.resolve("export.json"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LogFileRequest request(Path file, String literal) {
    return request(file, Optional.empty(), literal);
  }

  static LogFileRequest request(Path file, Optional<Window> window, String literal) {
    LogMatcher matcher = new LogMatcher(LogMatcher.Kind.LITERAL, literal, Optional.empty());
    return new LogFileRequest(
        file.toString(), Optional.of(REVISION), window, LogQuestions.matching(matcher));
  }

  static LogReadObservation read(LogFileRequest request)
      throws UnobservedException, InterruptedException {
    try (LogFileProbe probe = new LogFileProbe()) {
      return probe.observe(request, Deadline.in(Duration.ofSeconds(30)));
    }
  }
}
