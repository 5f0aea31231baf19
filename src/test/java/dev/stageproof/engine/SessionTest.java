package dev.stageproof.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.engine.Looking.Eye;
import dev.stageproof.engine.Looking.WordProbe;
import dev.stageproof.engine.Looking.WordSettings;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Severity;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckSettings.Retry;
import dev.stageproof.spi.ProbeSettings;
import dev.stageproof.spi.RunListener;
import dev.stageproof.spi.UnobservedException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SessionTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final EngineOptions OPTIONS =
      new EngineOptions(
          16,
          Duration.ofSeconds(20),
          false,
          false,
          ProbeSettings.at(ProbeSettings.Endpoints.google()));

  @Test
  void equalRequestsAreObservedOnce() {
    WordProbe probe = new WordProbe((request, context) -> "yes");

    Results results =
        run(probe, OPTIONS, Looking.check("a", "door", "yes"), Looking.check("b", "door", "no"));

    assertThat(probe.looks).hasValue(1);
    assertThat(outcomes(results)).containsExactly(Outcome.PASS, Outcome.FAIL);
    assertThat(results.evidence()).hasSize(1);
  }

  @Test
  void differentRequestsAreObservedSideBySide() {
    CountDownLatch both = new CountDownLatch(2);
    WordProbe probe =
        new WordProbe(
            (request, context) -> {
              both.countDown();
              both.await();
              return "yes";
            });

    Results results =
        run(probe, OPTIONS, Looking.check("a", "door", "yes"), Looking.check("b", "wall", "yes"));

    assertThat(outcomes(results)).containsExactly(Outcome.PASS, Outcome.PASS);
  }

  @Test
  void aLookThatHangsIsInconclusiveAndTheOthersGoOn() {
    Eye hangsAtTheWall =
        (request, context) -> {
          if (request.place().equals("wall")) {
            new CountDownLatch(1).await();
          }
          return "yes";
        };

    Results results =
        run(
            new WordProbe(hangsAtTheWall),
            OPTIONS,
            Looking.check("stuck", "wall", "yes"),
            Looking.check("fine", "door", "yes"));

    assertThat(outcomes(results)).containsExactly(Outcome.INCONCLUSIVE, Outcome.PASS);
    Gap gap = results.checks().get(0).gap().orElseThrow();
    assertThat(gap.reason()).isEqualTo(GapReason.TIMED_OUT);
    assertThat(gap.message()).isEqualTo("no answer within 2 s: the word at wall");
  }

  @Test
  void aProbeThatThrowsIsInconclusiveWithItsCause() {
    WordProbe probe =
        new WordProbe(
            (request, context) -> {
              throw new IllegalStateException("broken eye");
            });

    CheckResult result = run(probe, OPTIONS, Looking.check("a", "door", "yes")).checks().get(0);

    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(result.gap().orElseThrow().message())
        .isEqualTo("IllegalStateException while looking at the word at door: broken eye");
  }

  @Test
  void aCheckThatThrowsIsInconclusiveWithItsCause() {
    WordProbe probe = new WordProbe((request, context) -> "yes");

    Results results =
        run(
            probe,
            OPTIONS,
            Looking.check("planning", "nowhere", "yes"),
            Looking.check("thinking", "door", "throw"));

    assertThat(outcomes(results)).containsExactly(Outcome.INCONCLUSIVE, Outcome.INCONCLUSIVE);
    assertThat(results.checks().get(0).gap().orElseThrow().message())
        .isEqualTo("IllegalStateException while planning `planning`: can't plan nowhere");
    assertThat(results.checks().get(1).gap().orElseThrow().message())
        .isEqualTo("IllegalStateException while evaluating `thinking`: can't think");
  }

  @Test
  void whatCouldNotBeObservedKeepsItsReason() {
    Gap gap = Gap.noPermission("may not look", "ask for roles/eye.viewer", "eyes.look");
    WordProbe probe =
        new WordProbe(
            (request, context) -> {
              throw new UnobservedException(gap);
            });

    Results results = run(probe, OPTIONS, Looking.check("a", "door", "yes"));

    assertThat(results.checks().get(0).gap()).contains(gap);
    assertThat(results.evidence().get(0).gap()).contains(gap);
  }

  @Test
  void commandsRepeatWhatWasSeen() {
    WordProbe probe = new WordProbe((request, context) -> "yes");

    Results results = run(probe, OPTIONS, Looking.check("a", "door", "no"));

    assertThat(results.checks().get(0).reproduce()).containsExactly("look door for yes");
    assertThat(results.evidence().get(0).reproduce()).containsExactly("look door for yes");
  }

  @Test
  void commandsRepeatWhatWasAskedWhereNothingWasSeen() {
    WordProbe probe =
        new WordProbe(
            (request, context) -> {
              throw new IllegalStateException("broken eye");
            });

    Results results = run(probe, OPTIONS, Looking.check("a", "door", "yes"));

    assertThat(results.checks().get(0).reproduce()).containsExactly("look door");
    assertThat(results.evidence().get(0).reproduce()).containsExactly("look door");
  }

  @Test
  void aRequestWithoutAProbeIsInconclusive() {
    Results results = runWith(List.of(), OPTIONS, Looking.check("a", "door", "yes"));

    assertThat(results.checks().get(0).gap().orElseThrow().message())
        .isEqualTo("no probe answers requests of kind `word`");
  }

  @Test
  void aCheckIsRepeatedUntilItPassesAndEveryAttemptIsKept() {
    AtomicInteger count = new AtomicInteger();
    WordProbe probe =
        new WordProbe((request, context) -> count.incrementAndGet() < 3 ? "no" : "yes");
    Retry retry = new Retry(Duration.ofSeconds(10), Duration.ofMillis(10));

    CheckResult result = run(probe, OPTIONS, retried(retry)).checks().get(0);

    assertThat(result.outcome()).isEqualTo(Outcome.PASS);
    assertThat(result.flaky()).isTrue();
    assertThat(result.attempts())
        .extracting(a -> a.evaluation().outcome())
        .containsExactly(Outcome.FAIL, Outcome.FAIL, Outcome.PASS);
    assertThat(result.attempts())
        .extracting(a -> a.evidence().get(0))
        .containsExactly("e1", "e2", "e3");
  }

  @Test
  void retriesEndWithTheBudget() {
    WordProbe probe = new WordProbe((request, context) -> "no");
    Retry retry = new Retry(Duration.ofMillis(100), Duration.ofMillis(20));

    CheckResult result = run(probe, OPTIONS, retried(retry)).checks().get(0);

    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.attempts().size()).isBetween(2, 7);
  }

  @Test
  void whatNoWaitingMendsIsNotLookedForAgain() {
    Retry retry = new Retry(Duration.ofSeconds(30), Duration.ofMillis(10));
    AtomicInteger refused = new AtomicInteger();
    WordProbe denied =
        new WordProbe(
            (request, context) -> {
              refused.incrementAndGet();
              throw new UnobservedException(Gap.noPermission("denied", "Grant it.", "x.get"));
            });
    AtomicInteger unreachable = new AtomicInteger();
    WordProbe restarting =
        new WordProbe(
            (request, context) -> {
              if (unreachable.incrementAndGet() < 3) {
                throw new UnobservedException(Gap.of(GapReason.UNREACHABLE, "down", "Wait."));
              }
              return "yes";
            });

    assertThat(run(denied, OPTIONS, retried(retry)).checks().get(0).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(refused).hasValue(1);
    assertThat(run(restarting, OPTIONS, retried(retry)).checks().get(0).outcome())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void withoutConsentNothingIsExecuted() {
    WordProbe probe = new WordProbe((request, context) -> "yes");
    Check<?> check =
        Looking.check(
            "a", new WordSettings("door", "yes", true), Severity.BLOCKING, Optional.empty());

    CheckResult result = run(probe, OPTIONS, check).checks().get(0);

    assertThat(probe.looks).hasValue(0);
    assertThat(result.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(result.gap().orElseThrow().reason()).isEqualTo(GapReason.EXEC_NOT_ALLOWED);
  }

  @Test
  void withConsentItIsExecuted() {
    WordProbe probe = new WordProbe((request, context) -> "yes");
    Check<?> check =
        Looking.check(
            "a", new WordSettings("door", "yes", true), Severity.BLOCKING, Optional.empty());
    var allowed = new EngineOptions(4, Duration.ofSeconds(20), true, false, OPTIONS.probes());

    assertThat(outcomes(run(probe, allowed, check))).containsExactly(Outcome.PASS);
  }

  @Test
  void theRunDeadlineSkipsWhatIsNotSettled() {
    WordProbe probe =
        new WordProbe(
            (request, context) -> {
              new CountDownLatch(1).await();
              return "never";
            });
    var hasty = new EngineOptions(4, Duration.ofMillis(100), false, false, OPTIONS.probes());

    CheckResult result = run(probe, hasty, Looking.check("a", "door", "yes")).checks().get(0);

    assertThat(result.gap().orElseThrow().message())
        .isEqualTo("the run's deadline of 100 ms passed first");
    assertThat(result.outcome()).isNotEqualTo(Outcome.PASS).isNotEqualTo(Outcome.FAIL);
  }

  @Test
  void failFastStopsAtTheFirstBlockingFailure() {
    WordProbe probe =
        new WordProbe(
            (request, context) -> {
              if (request.place().equals("wall")) {
                new CountDownLatch(1).await();
              }
              return "no";
            });
    var failFast = new EngineOptions(4, Duration.ofSeconds(20), false, true, OPTIONS.probes());

    Results results =
        run(
            probe,
            failFast,
            Looking.check("slow", "wall", "yes"),
            Looking.check("wrong", "door", "yes"));

    assertThat(outcomes(results).get(0).settled()).isFalse();
    assertThat(outcomes(results).get(1)).isEqualTo(Outcome.FAIL);
    assertThat(results.checks().get(0).gap().orElseThrow().message())
        .isEqualTo("the run stopped at the first blocking failure, `wrong`");
  }

  @Test
  void anAdvisoryFailureDoesNotStopAFailFastRun() {
    WordProbe probe = new WordProbe((request, context) -> "no");
    var failFast = new EngineOptions(1, Duration.ofSeconds(20), false, true, OPTIONS.probes());
    Check<?> advisory =
        Looking.check(
            "minor", new WordSettings("door", "yes", false), Severity.ADVISORY, Optional.empty());

    Results results = run(probe, failFast, advisory, Looking.check("main", "wall", "no"));

    assertThat(outcomes(results)).containsExactly(Outcome.FAIL, Outcome.PASS);
  }

  @Test
  void noMoreLooksAreUnderWayThanJobs() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    WordProbe probe =
        new WordProbe(
            (request, context) -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              context.pause(Duration.ofMillis(20));
              now.decrementAndGet();
              return "yes";
            });
    var two = new EngineOptions(2, Duration.ofSeconds(20), false, false, OPTIONS.probes());

    run(
        probe,
        two,
        Looking.check("a", "1", "yes"),
        Looking.check("b", "2", "yes"),
        Looking.check("c", "3", "yes"),
        Looking.check("d", "4", "yes"));

    assertThat(most).hasValue(2);
  }

  @Test
  void resultsStandInTheOrderOfTheChecks() {
    WordProbe probe =
        new WordProbe(
            (request, context) -> {
              context.pause(Duration.ofMillis(request.place().equals("first") ? 60 : 0));
              return "yes";
            });

    Results results =
        run(probe, OPTIONS, Looking.check("a", "first", "yes"), Looking.check("b", "2", "yes"));

    assertThat(results.checks()).extracting(CheckResult::id).containsExactly("a", "b");
    assertThat(results.evidence())
        .extracting(e -> e.subject())
        .containsExactly("the word at first", "the word at 2");
  }

  @Test
  void aNamedSecretIsInNoResult() {
    WordProbe probe = new WordProbe((request, context) -> "token hunter2hunter2 seen");

    try (Session session =
        new Session(
            List.of(probe),
            OPTIONS,
            clock(),
            new Redactor(List.of("hunter2hunter2")),
            RunListener.none())) {
      Results results =
          session.run(
              List.of(Looking.check("a", "hunter2hunter2", "hunter2hunter2")),
              context(),
              check -> Optional.empty());

      assertThat(results.toString()).doesNotContain("hunter2").contains(Redactor.MARK);
    }
  }

  @Test
  void aDeselectedCheckIsSkippedWithItsReason() {
    Gap gap = Gap.of(GapReason.DESELECTED, "not selected", "select it");
    try (Session session = session(List.of(new WordProbe((r, c) -> "yes")), OPTIONS)) {
      Results results =
          session.run(
              List.of(Looking.check("a", "door", "yes")), context(), check -> Optional.of(gap));

      assertThat(results.checks().get(0).outcome()).isEqualTo(Outcome.SKIPPED);
      assertThat(results.checks().get(0).gap()).contains(gap);
      assertThat(results.evidence()).isEmpty();
    }
  }

  private static Check<?> retried(Retry retry) {
    return Looking.check(
        "a", new WordSettings("door", "yes", false), Severity.BLOCKING, Optional.of(retry));
  }

  private static Results run(WordProbe probe, EngineOptions options, Check<?>... checks) {
    return runWith(List.of(probe), options, checks);
  }

  private static Results runWith(
      List<WordProbe> probes, EngineOptions options, Check<?>... checks) {
    try (Session session = session(probes, options)) {
      return session.run(List.of(checks), context(), check -> Optional.empty());
    }
  }

  private static Session session(List<WordProbe> probes, EngineOptions options) {
    return new Session(probes, options, clock(), new Redactor(List.of()), RunListener.none());
  }

  private static Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }

  private static CheckContext context() {
    Gap gap = Gap.of(GapReason.UNKNOWN_TARGET, "no target", "name one");
    return new CheckContext(
        NOW,
        new CheckContext.Unknown(gap),
        Optional.empty(),
        Optional.empty(),
        Path.of(""),
        Duration.ofSeconds(2));
  }

  private static List<Outcome> outcomes(Results results) {
    return results.checks().stream().map(CheckResult::outcome).toList();
  }
}
