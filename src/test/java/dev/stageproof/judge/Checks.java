package dev.stageproof.judge;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.Exposure;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.LogFindings;
import dev.stageproof.model.OnNoData;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.Severity;
import dev.stageproof.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Checks with an outcome, to be judged. */
final class Checks {
  private static final Instant START = Instant.parse("2025-09-15T08:47:00Z");

  private Checks() {}

  static CheckResult blocking(String id, Outcome outcome) {
    return check(id, Severity.BLOCKING, outcome, OnNoData.strict(), 1, Optional.empty());
  }

  static CheckResult advisory(String id, Outcome outcome) {
    return check(id, Severity.ADVISORY, outcome, OnNoData.strict(), 1, Optional.empty());
  }

  static CheckResult blocking(String id, Outcome outcome, OnNoData onNoData) {
    return check(id, Severity.BLOCKING, outcome, onNoData, 1, Optional.empty());
  }

  static CheckResult inLogs(String id, Outcome outcome) {
    return inLogs(id, Severity.BLOCKING, outcome);
  }

  static CheckResult advisoryInLogs(String id, Outcome outcome) {
    return inLogs(id, Severity.ADVISORY, outcome);
  }

  private static CheckResult inLogs(String id, Severity severity, Outcome outcome) {
    Evaluation evaluation = evaluation(id, outcome, Optional.empty());
    return check(id, severity, Section.LOGS, outcome, OnNoData.strict(), 1, evaluation);
  }

  static CheckResult exposed(
      String id, Severity severity, Outcome outcome, long entries, long requests) {
    Exposure exposure = new Exposure(entries, requests, Duration.ofMinutes(21));
    return check(id, severity, outcome, OnNoData.strict(), 1, Optional.of(exposure));
  }

  /** A check that passed, with what it shows as proof. */
  static CheckResult showing(String id, List<Excerpt> excerpts, Optional<LogFindings> logs) {
    Assertion assertion = Assertion.of(id, "200", "200", true);
    Evaluation shown =
        new Evaluation("200", List.of(assertion), List.of(), excerpts, Optional.empty(), logs);
    return check(id, Severity.BLOCKING, Section.LOGS, Outcome.PASS, OnNoData.strict(), 1, shown);
  }

  /** One signature in the log of a revision. */
  static LogFindings found(
      String source, LogFindings.Change change, String severity, Excerpt example) {
    LogFindings.Read read = read(source, START);
    LogFindings.Signature signature =
        new LogFindings.Signature("masked", severity, 3, Optional.empty(), START, example, change);
    return new LogFindings(read, List.of(), List.of(signature));
  }

  /** A log that was read up to some time before the check began. */
  static LogFindings readUntil(Duration before) {
    return new LogFindings(read("export.jsonl", START.minus(before)), List.of(), List.of());
  }

  private static LogFindings.Read read(String source, Instant end) {
    return new LogFindings.Read(
        source,
        new Window(end.minusSeconds(1260), end),
        212,
        40,
        Map.of(),
        true,
        Optional.empty(),
        "",
        1,
        Optional.empty(),
        Duration.ofMinutes(1),
        List.of());
  }

  static OnNoData letThrough(String reason) {
    return new OnNoData(OnNoData.Then.PASS, Optional.of(reason));
  }

  static OnNoData failing() {
    return new OnNoData(OnNoData.Then.FAIL, Optional.empty());
  }

  static CheckResult check(
      String id,
      Severity severity,
      Outcome outcome,
      OnNoData onNoData,
      int attempts,
      Optional<Exposure> exposure) {
    Evaluation evaluation = evaluation(id, outcome, exposure);
    return check(id, severity, Section.HEALTH, outcome, onNoData, attempts, evaluation);
  }

  private static CheckResult check(
      String id,
      Severity severity,
      Section section,
      Outcome outcome,
      OnNoData onNoData,
      int attempts,
      Evaluation evaluation) {
    boolean skipped = outcome == Outcome.SKIPPED;
    return new CheckResult(
        id,
        "http",
        id,
        section,
        "",
        severity,
        List.of(),
        Map.of(),
        onNoData,
        outcome,
        Duration.ofMillis(12),
        skipped ? List.of() : attempts(attempts, evaluation),
        skipped
            ? Optional.of(Gap.of(GapReason.DESELECTED, "not selected", "run without --skip"))
            : Optional.empty(),
        List.of("curl -sS -i http://localhost/" + id));
  }

  private static Evaluation evaluation(String id, Outcome outcome, Optional<Exposure> exposure) {
    String headline =
        switch (outcome) {
          case PASS -> "200";
          case FAIL -> "503, expected 200";
          case INCONCLUSIVE -> "not seen: refused";
          case SKIPPED -> "";
        };
    Assertion assertion = new Assertion(id, "200", headline, outcome, Optional.empty());
    return new Evaluation(
        headline, List.of(assertion), List.of(), List.of(), exposure, Optional.empty());
  }

  private static List<Attempt> attempts(int count, Evaluation last) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> new Attempt(number, START, Duration.ofMillis(12), last, List.of()))
        .toList();
  }
}
