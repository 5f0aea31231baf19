package dev.stageproof.checks.logs;

import dev.stageproof.model.Window;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Hits;
import dev.stageproof.observe.LogReadObservation.Line;
import dev.stageproof.observe.LogReadObservation.Mark;
import dev.stageproof.observe.LogReadObservation.Measured;
import dev.stageproof.observe.LogReadObservation.Narrowed;
import dev.stageproof.observe.LogReadObservation.Served;
import dev.stageproof.observe.LogReadObservation.Signature;
import dev.stageproof.observe.LogReadObservation.Timeline;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.observe.LogSeverity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A read of a log, made up; complete unless said otherwise. */
public record SampleLog(
    long entries,
    long requests,
    List<Hits> hits,
    List<Measured> numbers,
    Optional<Served> served,
    List<Signature> signatures,
    boolean cut,
    boolean truncated,
    List<Narrowed> narrowed,
    Watermark watermark) {

  public static final Instant START = Instant.parse("2025-09-15T08:26:00Z");
  public static final Instant END = Instant.parse("2025-09-15T08:47:00Z");
  public static final Watermark PASSED =
      new Watermark(Optional.of(END), true, Duration.ZERO, Optional.empty());
  public static final Watermark BEHIND =
      new Watermark(
          Optional.of(Instant.parse("2025-09-15T08:46:00Z")),
          false,
          Duration.ofSeconds(15),
          Optional.empty());

  public static SampleLog of(long entries, long requests) {
    return new SampleLog(
        entries,
        requests,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(),
        false,
        false,
        List.of(),
        PASSED);
  }

  public static SampleLog complete() {
    return of(4312, 412);
  }

  /** A line with a severity that must show. */
  public static Line line(String text) {
    return new Line(START, LogSeverity.WARNING, "run.googleapis.com/stderr", text);
  }

  public static Watermark marked(Optional<Integer> status, Optional<String> lag, String revision) {
    Mark mark =
        new Mark(
            END, "stageproof/0.1 1f", status, lag.map(Duration::parse), lag.map(any -> revision));
    return new Watermark(
        Optional.of(END.minusSeconds(60)),
        lag.isPresent(),
        Duration.ofMinutes(2),
        Optional.of(mark));
  }

  public SampleLog hits(LogMatcher matcher, long count) {
    List<Line> first = count == 0 ? List.of() : List.of(line("a needle"));
    return new SampleLog(
        entries,
        requests,
        List.of(new Hits(matcher, count, first)),
        numbers,
        served,
        signatures,
        cut,
        truncated,
        narrowed,
        watermark);
  }

  public SampleLog measured(Measured measured) {
    return new SampleLog(
        entries,
        requests,
        hits,
        List.of(measured),
        served,
        signatures,
        cut,
        truncated,
        narrowed,
        watermark);
  }

  public SampleLog served(Served some) {
    return new SampleLog(
        entries,
        some.count(),
        hits,
        numbers,
        Optional.of(some),
        signatures,
        cut,
        truncated,
        narrowed,
        watermark);
  }

  public SampleLog signatures(Signature... some) {
    return new SampleLog(
        entries,
        requests,
        hits,
        numbers,
        served,
        List.of(some),
        cut,
        truncated,
        narrowed,
        watermark);
  }

  public SampleLog signaturesCut() {
    return new SampleLog(
        entries, requests, hits, numbers, served, signatures, true, truncated, narrowed, watermark);
  }

  public SampleLog cutShort() {
    return new SampleLog(
        entries, requests, hits, numbers, served, signatures, cut, true, narrowed, watermark);
  }

  /** What a narrowed read of the rest answered, in 12 entries. */
  public SampleLog searched(LogQuestions questions) {
    Window rest = new Window(START.plusSeconds(60), END);
    return narrowed(new Narrowed(questions, "a filter", rest, 12, 1, true, Optional.empty()));
  }

  public SampleLog narrowed(Narrowed read) {
    return new SampleLog(
        entries,
        requests,
        hits,
        numbers,
        served,
        signatures,
        cut,
        truncated,
        List.of(read),
        watermark);
  }

  public SampleLog watermark(Watermark other) {
    return new SampleLog(
        entries, requests, hits, numbers, served, signatures, cut, truncated, narrowed, other);
  }

  public LogReadObservation seen() {
    return new LogReadObservation(
        new Window(START, END),
        entries,
        requests,
        Map.of("WARNING", 2L, "INFO", entries),
        hits,
        numbers,
        served,
        signatures,
        cut,
        Optional.of(LogReadObservation.MASKING),
        new Timeline(START, Duration.ofMinutes(1), List.of(3L, 1L)),
        truncated,
        Optional.empty(),
        5,
        narrowed,
        watermark);
  }
}
