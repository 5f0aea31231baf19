package dev.stageproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import dev.stageproof.model.Window;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogNumber;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Narrowed;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.observe.LogSource;
import dev.stageproof.observe.Watermarking;
import dev.stageproof.observe.Watermarking.How;
import dev.stageproof.probes.google.LoopbackGrpc;
import dev.stageproof.probes.google.TestLook;
import dev.stageproof.probes.logging.LoggingProbe;
import dev.stageproof.spi.UnobservedException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The logging probe over real gRPC: what follows a read that stops at its bound. */
class NarrowedReadTest {
  private static final int EVERYTHING = 100_000;
  private static final LogMatcher SESSIONS = literal("Database session created");
  private static final LogMatcher REQUESTS = literal("GET ");
  private static final LogMatcher WARNINGS =
      new LogMatcher(
          LogMatcher.Kind.REGEX, "[a-z]", Optional.of(dev.stageproof.observe.LogSeverity.WARNING));
  private static final LogMatcher ANYTHING =
      new LogMatcher(LogMatcher.Kind.REGEX, "[a-z]", Optional.empty());
  private static final LogNumber POOL =
      new LogNumber("pool: (\\d+) of \\d+ connections", Optional.empty());
  private static final LogQuestions QUESTIONS =
      new LogQuestions(
          List.of(SESSIONS, REQUESTS, literal("/api/agents/messages"), WARNINGS),
          List.of(POOL),
          Optional.empty());

  private final HandClock clock = new HandClock();
  private final LoggingProbe probe = new LoggingProbe();
  private Sandbox sandbox = Sandbox.start(Scenario.named("issue-965"), clock);

  @AfterEach
  void stop() {
    probe.close();
    sandbox.close();
  }

  private static LogMatcher literal(String text) {
    return new LogMatcher(LogMatcher.Kind.LITERAL, text, Optional.empty());
  }

  private LogReadObservation read(LogQuestions questions, int maxEntries) {
    return read("netra-backend-staging-00640-wob", questions, maxEntries);
  }

  private LogReadObservation read(String revision, LogQuestions questions, int maxEntries) {
    LogReadRequest request =
        new LogReadRequest(
            new LogSource("netra-staging", "us-central1", "netra-backend-staging", revision),
            new Window(HandClock.START.minus(Duration.ofHours(1)), HandClock.START.plusSeconds(1)),
            questions,
            maxEntries,
            new Watermarking(How.OFF, Duration.ZERO, Optional.empty(), false));
    int port = URI.create(sandbox.loggingEndpoint()).getPort();
    TestLook look = new TestLook(LoopbackGrpc.settings(port), clock.instant(), Duration.ofHours(5));
    try {
      return probe.observe(request, look);
    } catch (UnobservedException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private long calls() {
    return sandbox.calls().count("ListLogEntries");
  }

  @Test
  void whateverTheBoundCompleteAnswersAreThoseOfTheWholeRead() {
    LogReadObservation whole = read(QUESTIONS, EVERYTHING);
    assertThat(whole.truncated()).isFalse();
    assertThat(whole.narrowed()).isEmpty();
    assertThat(whole.hits()).allSatisfy(hits -> assertThat(hits.count()).isPositive());

    qt().withExamples(150)
        .forAll(integers().between(1, Math.toIntExact(whole.entries()) + 1))
        .checkAssert(
            bound -> {
              LogReadObservation seen = read(QUESTIONS, bound);
              assertThat(seen.truncated()).isEqualTo(bound < whole.entries());
              if (seen.complete(QUESTIONS)) {
                assertThat(seen.hits()).isEqualTo(whole.hits());
                assertThat(seen.numbers()).isEqualTo(whole.numbers());
              }
              assertThat(seen.hits())
                  .allSatisfy(
                      hits ->
                          assertThat(hits.count())
                              .isLessThanOrEqualTo(whole.hitsOf(hits.matcher()).count()));
            });
  }

  @Test
  void theRestCostsOneReadOfWhatCanMatch() {
    long entries = read(QUESTIONS, EVERYTHING).entries();
    long before = calls();

    LogReadObservation seen = read(LogQuestions.matching(SESSIONS), 60);

    assertThat(calls() - before).isEqualTo(2);
    assertThat(seen.truncated()).isTrue();
    assertThat(seen.complete(LogQuestions.matching(SESSIONS))).isTrue();
    Narrowed rest = seen.narrowed().get(0);
    assertThat(rest.entries()).isPositive().isLessThan(entries - 60);
    assertThat(rest.pages()).isEqualTo(1);
    assertThat(rest.window().end()).isEqualTo(seen.window().end());
    assertThat(sandbox.calls().all().get(Math.toIntExact(before) + 1).detail())
        .isEqualTo(rest.filter())
        .contains("timestamp>=\"" + rest.window().start() + "\"")
        .contains("textPayload:\"Database session create\"");
  }

  @Test
  void entriesOfTheInstantWhereTheReadStoppedCountOnce() {
    sandbox.close();
    sandbox =
        Sandbox.start(Variants.withLogs(Variants.line(Duration.ofSeconds(1), "needle"), 9), clock);
    LogMatcher needle = literal("needle");

    LogReadObservation seen = read("only-00001-aaa", LogQuestions.matching(needle), 5);

    assertThat(seen.narrowed().get(0).entries()).isEqualTo(5);
    assertThat(seen.hitsOf(needle).count()).isEqualTo(5);
  }

  @Test
  void aNarrowedReadThatStopsAtItsBoundLeavesItsQuestionsOpen() {
    LogReadObservation seen = read(LogQuestions.matching(SESSIONS), 20);

    assertThat(seen.complete(LogQuestions.matching(SESSIONS))).isFalse();
    assertThat(seen.narrowed())
        .singleElement()
        .satisfies(
            rest -> {
              assertThat(rest.complete()).isFalse();
              assertThat(rest.trouble()).isEmpty();
              assertThat(rest.entries()).isEqualTo(20);
            });
  }

  @Test
  void whatNothingNarrowsStaysOpenAndTheOthersDoNot() {
    LogQuestions two = LogQuestions.matching(SESSIONS).with(LogQuestions.matching(ANYTHING));

    LogReadObservation seen = read(two, 60);

    assertThat(seen.complete(LogQuestions.matching(SESSIONS))).isTrue();
    assertThat(seen.complete(LogQuestions.matching(ANYTHING))).isFalse();
    assertThat(seen.complete(LogQuestions.nothingMore())).isFalse();
    assertThat(seen.complete(LogQuestions.signatures(dev.stageproof.observe.LogSeverity.ERROR)))
        .isFalse();
  }

  @Test
  void withNothingToNarrowByThereIsNoMoreRead() {
    LogReadObservation seen = read(LogQuestions.matching(ANYTHING), 60);

    assertThat(seen.narrowed()).isEmpty();
    assertThat(calls()).isEqualTo(1);
  }

  @Test
  void aFilterThatWouldBeTooLongIsSeveralReadsThatCountNothingTwice() {
    List<LogMatcher> many =
        IntStream.range(0, 120)
            .mapToObj(i -> literal("no-such-thing-" + i + "-".repeat(90)))
            .toList();
    LogQuestions questions =
        new LogQuestions(
            Stream.of(List.of(SESSIONS), many, List.of(literal("session created for request")))
                .flatMap(List::stream)
                .toList(),
            List.of(),
            Optional.empty());
    long sessions = read(questions, EVERYTHING).hitsOf(SESSIONS).count();

    LogReadObservation seen = read(questions, 60);

    assertThat(seen.narrowed()).hasSizeGreaterThan(1);
    assertThat(calls()).isEqualTo(2 + seen.narrowed().size());
    assertThat(sandbox.calls().all())
        .allSatisfy(call -> assertThat(call.detail()).hasSizeLessThanOrEqualTo(20_000));
    assertThat(seen.complete(questions)).isTrue();
    assertThat(seen.hits().get(0).count()).isEqualTo(sessions);
    assertThat(seen.hits().get(121).count()).isEqualTo(sessions);
  }
}
