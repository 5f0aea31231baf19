package dev.stageproof.checks.logpattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.checks.logpattern.LogPatternSettings.Count;
import dev.stageproof.checks.logpattern.LogPatternSettings.Presence;
import dev.stageproof.checks.logs.ExposureSettings;
import dev.stageproof.checks.logs.Runs;
import dev.stageproof.checks.logs.SampleLog;
import dev.stageproof.checks.logs.Texts;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.Exposure;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.Unit;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation.Narrowed;
import dev.stageproof.observe.LogReadObservation.Watermark;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogPatternCheckTest {
  private static final Instant START = SampleLog.START;
  private static final Instant END = SampleLog.END;
  private static final Watermark PASSED = SampleLog.PASSED;
  private static final Watermark BEHIND = SampleLog.BEHIND;
  private static final LogPatternSettings PRESENT =
      settings(Optional.of(Presence.PRESENT), Optional.empty(), 1, 0);
  private static final LogPatternSettings ABSENT =
      settings(Optional.of(Presence.ABSENT), Optional.empty(), 100, 20);
  private static final LogPatternSettings ONE_TO_THREE =
      settings(Optional.empty(), Optional.of(new Count(Optional.of(1), Optional.of(3))), 100, 20);

  private final LogPatternCheck check = new LogPatternCheck();

  private static LogPatternSettings settings(
      Optional<Presence> expect, Optional<Count> count, int minEntries, int minRequests) {
    return new LogPatternSettings(
        Optional.of("needle"),
        Optional.empty(),
        expect,
        count,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        new ExposureSettings(minEntries, minRequests),
        Optional.empty(),
        Runs.LIVE);
  }

  private static SampleLog seen(
      long hits, long entries, long requests, boolean truncated, Watermark watermark) {
    SampleLog log =
        SampleLog.of(entries, requests).hits(ABSENT.matcher(), hits).watermark(watermark);
    return truncated ? log.cutShort() : log;
  }

  private static SampleLog complete(long hits) {
    return seen(hits, 4312, 412, false, PASSED);
  }

  private Evaluation evaluate(LogPatternSettings settings, SampleLog log) {
    return check.evaluate(settings, Runs.usual(), Runs.seen(log));
  }

  private static Assertion only(Evaluation evaluation, String what) {
    return evaluation.assertions().stream()
        .filter(assertion -> assertion.what().equals(what))
        .findFirst()
        .orElseThrow();
  }

  private static SampleLog searched(long hits) {
    return seen(hits, 4312, 412, true, PASSED).searched(LogQuestions.matching(ABSENT.matcher()));
  }

  @Test
  void anAbsenceHoldsOverAReadThatStoppedWhenTheRestWasSearched() {
    Evaluation evaluation = evaluate(ABSENT, searched(0));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.PASS);
    assertThat(evaluation.headline()).isEqualTo("0 of at least 4,312 entries, 08:26–08:47 UTC");
    assertThat(only(evaluation, "matching entries").actual())
        .isEqualTo("0 of at least 4,312 entries");
    assertThat(only(evaluation, "entries read").actual()).isEqualTo("at least 4,312");
    assertThat(only(evaluation, "requests served").actual()).isEqualTo("at least 412");
    assertThat(only(evaluation, "complete search"))
        .isEqualTo(
            Assertion.of(
                "complete search",
                "every entry of the window that can match",
                "the first 4,312 entries, and 12 of the rest, which can match",
                true));
    assertThat(evaluation.exposure().orElseThrow().covered()).isEqualTo(Duration.ofMinutes(21));
  }

  @Test
  void aPresenceThatTheSearchDidNotFindFails() {
    assertThat(evaluate(PRESENT, searched(0)).outcome()).isEqualTo(Outcome.FAIL);
    assertThat(evaluate(ONE_TO_THREE, searched(2)).outcome()).isEqualTo(Outcome.PASS);
    assertThat(evaluate(ONE_TO_THREE, searched(4)).outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void requestsThatWereNotReadMayBeThere() {
    SampleLog few =
        seen(0, 4312, 5, true, PASSED).searched(LogQuestions.matching(ABSENT.matcher()));

    assertThat(only(evaluate(ABSENT, few), "requests served"))
        .isEqualTo(
            Assertion.unsettled(
                "requests served",
                "at least 20",
                "at least 5",
                "raise `read.max-entries`, or run again when the revision has served more requests"
                    + " of others: 15 more needed"));
  }

  @Test
  void aSearchForSomethingElseSettlesNothing() {
    LogMatcher other = new LogMatcher(LogMatcher.Kind.LITERAL, "other", Optional.empty());
    SampleLog log = seen(0, 4312, 412, true, PASSED).searched(LogQuestions.matching(other));

    assertThat(evaluate(ABSENT, log).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(only(evaluate(ABSENT, log), "complete read").actual())
        .isEqualTo("stopped after 4,312 entries");
  }

  @Test
  void aSearchThatStoppedTooSettlesNothingAndSaysWhatWould() {
    SampleLog log = seen(0, 4312, 412, true, PASSED);

    assertThat(only(evaluate(ABSENT, log.narrowed(cut(Optional.empty()))), "complete read"))
        .isEqualTo(
            Assertion.unsettled(
                "complete read",
                "every entry of the window",
                "stopped after 4,312 entries; the search of the rest: stopped after 7 entries",
                "raise `read.max-entries` or shorten `window`"));
    assertThat(evaluate(ABSENT, log.narrowed(cut(Optional.empty()))).headline())
        .startsWith("0 of at least 4,312 entries");
    Gap quota = Gap.of(GapReason.QUOTA, "the quota is used up", "wait a minute");
    assertThat(only(evaluate(ABSENT, log.narrowed(cut(Optional.of(quota)))), "complete read"))
        .isEqualTo(
            Assertion.unsettled(
                "complete read",
                "every entry of the window",
                "stopped after 4,312 entries; the search of the rest: the quota is used up",
                "wait a minute"));
  }

  private static Narrowed cut(Optional<Gap> trouble) {
    return new Narrowed(
        LogQuestions.matching(ABSENT.matcher()),
        "a filter",
        new Window(START.plusSeconds(60), END),
        7,
        1,
        false,
        trouble);
  }

  @Test
  void standsInTheLogSection() {
    assertThat(check.name()).isEqualTo("log-pattern");
    assertThat(check.section()).isEqualTo(Section.LOGS);
  }

  @Test
  void theTimeoutLeavesTimeForIngestion() {
    assertThat(check.timeout(ABSENT)).isEqualTo(Duration.ofSeconds(140));
  }

  @Test
  void aPatternThatIsThereIsPresent() {
    Evaluation evaluation = evaluate(PRESENT, complete(2));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.PASS);
    assertThat(evaluation.assertions())
        .containsExactly(
            Assertion.of("matching entries", "at least 1", "2 of 4,312 entries", true));
  }

  @Test
  void presenceNeedsNoCompleteRead() {
    assertThat(evaluate(PRESENT, seen(1, 50_000, 0, true, BEHIND)).outcome())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void aPatternThatIsMissingFromACompleteReadFails() {
    Evaluation evaluation = evaluate(PRESENT, complete(0));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(evaluation.assertions())
        .contains(Assertion.of("matching entries", "at least 1", "0 of 4,312 entries", false));
  }

  @Test
  void aPatternThatIsMissingWhileIngestionIsBehindIsInconclusive() {
    Evaluation evaluation = evaluate(PRESENT, seen(0, 4312, 412, false, BEHIND));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(only(evaluation, "matching entries").outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void aPatternThatIsMissingFromACutReadIsInconclusive() {
    assertThat(evaluate(PRESENT, seen(0, 50_000, 412, true, PASSED)).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void anAbsenceWithEnoughExposurePasses() {
    Evaluation evaluation = evaluate(ABSENT, complete(0));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.PASS);
    assertThat(evaluation.assertions())
        .containsExactly(
            Assertion.of("matching entries", "none", "0 of 4,312 entries", true),
            Assertion.of(
                "window",
                "starts at or after the deployment, 2025-09-15T08:26:00Z",
                "starts 2025-09-15T08:26:00Z",
                true),
            Assertion.of("entries read", "at least 100", "4,312", true),
            Assertion.of("requests served", "at least 20", "412", true),
            Assertion.of(
                "log ingestion",
                "an entry at or after 2025-09-15T08:47:00Z",
                "newest entry 2025-09-15T08:47:00Z",
                true),
            Assertion.of("complete read", "every entry of the window", "all 4,312 entries", true));
  }

  @Test
  void absenceOverNoEntriesIsInconclusive() {
    LogPatternSettings bare = settings(Optional.of(Presence.ABSENT), Optional.empty(), 1, 0);

    Evaluation evaluation = evaluate(bare, seen(0, 0, 0, false, PASSED));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(only(evaluation, "entries read"))
        .isEqualTo(
            Assertion.unsettled(
                "entries read",
                "at least 1",
                "0",
                "run again when the revision has written more: 1 more needed"));
    assertThat(only(evaluation, "matching entries").outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void absenceWithoutRequestsIsInconclusive() {
    Evaluation evaluation = evaluate(ABSENT, seen(0, 212, 0, false, PASSED));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(only(evaluation, "requests served").settle())
        .contains("run again when the revision has served more requests of others: 20 more needed");
    assertThat(evaluation.headline())
        .isEqualTo("0 of 212 entries, 08:26–08:47 UTC; requests served: 0, needed at least 20");
  }

  @Test
  void absenceWhileIngestionIsBehindIsInconclusive() {
    Evaluation evaluation = evaluate(ABSENT, seen(0, 4312, 412, false, BEHIND));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(only(evaluation, "log ingestion"))
        .isEqualTo(
            Assertion.unsettled(
                "log ingestion",
                "an entry at or after 2025-09-15T08:47:00Z",
                "newest entry 2025-09-15T08:46:00Z after waiting 15.0 s",
                "send a request to the service, raise `read.max-lag`, then run again"));
  }

  @Test
  void absenceInACutReadIsInconclusive() {
    Evaluation evaluation = evaluate(ABSENT, seen(0, 50_000, 412, true, PASSED));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(only(evaluation, "complete read"))
        .isEqualTo(
            Assertion.unsettled(
                "complete read",
                "every entry of the window",
                "stopped after 50,000 entries",
                "raise `read.max-entries` or shorten `window`"));
    assertThat(evaluation.headline()).startsWith("0 of the first 50,000 entries, ");
  }

  @Test
  void absenceInAWindowFromBeforeTheRevisionIsInconclusive() {
    Evaluation evaluation =
        check.evaluate(ABSENT, Runs.known(START.plusSeconds(60), true), Runs.seen(complete(0)));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(only(evaluation, "window").settle())
        .contains("let `window` start at 2025-09-15T08:27:00Z or later");
  }

  @Test
  void aHitWhereNoneMayBeFailsWhateverTheExposure() {
    Evaluation evaluation = evaluate(ABSENT, seen(1, 5, 0, true, BEHIND));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(evaluation.assertions())
        .containsExactly(Assertion.of("matching entries", "none", "1 of 5 entries", false));
  }

  @Test
  void aCountWithinItsBoundsPassesWithEnoughExposure() {
    assertThat(evaluate(ONE_TO_THREE, complete(3)).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void aCountWithinItsBoundsIsInconclusiveWithoutExposure() {
    assertThat(evaluate(ONE_TO_THREE, seen(3, 5, 0, false, PASSED)).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void aCountAboveItsBoundFails() {
    assertThat(evaluate(ONE_TO_THREE, seen(4, 5, 0, true, BEHIND)).outcome())
        .isEqualTo(Outcome.FAIL);
  }

  @Test
  void aCountBelowItsBoundFailsWhenAllWasRead() {
    assertThat(evaluate(ONE_TO_THREE, complete(0)).outcome()).isEqualTo(Outcome.FAIL);
    assertThat(evaluate(ONE_TO_THREE, seen(0, 4312, 412, false, BEHIND)).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void theHeadlineHasItsDenominatorInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));

      assertThat(evaluate(ABSENT, complete(0)).headline())
          .isEqualTo("0 of 4,312 entries, 08:26–08:47 UTC");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aWindowOverMidnightNamesBothDays() {
    assertThat(Texts.window(new Window(START, END.plus(Duration.ofDays(1)))))
        .isEqualTo("2025-09-15 08:26–2025-09-16 08:47 UTC");
  }

  @Test
  void anExcerptShowsTheSeverityOfItsLine() {
    assertThat(evaluate(PRESENT, complete(1)).excerpts())
        .containsExactly(
            new Excerpt(
                "run.googleapis.com/stderr",
                Optional.of(START),
                Optional.of("WARNING"),
                "a needle"));
  }

  @Test
  void numbersAreMetrics() {
    assertThat(evaluate(ABSENT, complete(0)).metrics())
        .containsExactly(
            Metric.bounded("matching entries", 0, Unit.COUNT, "none", true),
            Metric.measured("entries read", 4312, Unit.COUNT),
            Metric.measured("requests served", 412, Unit.COUNT),
            Metric.measured("wait for ingestion", 0, Unit.MILLISECONDS));
  }

  @Test
  void anOpenComparisonHoldsItsMetricAgainstNothing() {
    assertThat(evaluate(ABSENT, seen(0, 5, 0, false, PASSED)).metrics().get(0))
        .isEqualTo(Metric.measured("matching entries", 0, Unit.COUNT));
  }

  @Test
  void exposureCoversWhatIngestionHasPassed() {
    assertThat(evaluate(ABSENT, complete(0)).exposure())
        .contains(new Exposure(4312, 412, Duration.ofMinutes(21)));
    assertThat(evaluate(ABSENT, seen(0, 4312, 412, false, BEHIND)).exposure())
        .contains(new Exposure(4312, 412, Duration.ofMinutes(20)));
    assertThat(evaluate(ABSENT, seen(0, 50_000, 412, true, PASSED)).exposure())
        .contains(new Exposure(50_000, 412, Duration.ZERO));
  }
}
