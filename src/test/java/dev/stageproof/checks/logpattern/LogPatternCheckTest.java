package dev.stageproof.checks.logpattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.checks.logpattern.LogPatternSettings.Count;
import dev.stageproof.checks.logpattern.LogPatternSettings.MinimalExposure;
import dev.stageproof.checks.logpattern.LogPatternSettings.Presence;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.Exposure;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.Unit;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Hits;
import dev.stageproof.observe.LogReadObservation.Line;
import dev.stageproof.observe.LogReadObservation.Timeline;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.observe.LogSeverity;
import dev.stageproof.observe.LogSource;
import dev.stageproof.observe.Watermarking;
import dev.stageproof.observe.Watermarking.How;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogPatternCheckTest {
  private static final Instant START = Instant.parse("2025-09-15T08:26:00Z");
  private static final Instant END = Instant.parse("2025-09-15T08:47:00Z");
  private static final Watermark PASSED =
      new Watermark(Optional.of(END), true, Duration.ZERO, Optional.empty());
  private static final Watermark BEHIND =
      new Watermark(
          Optional.of(Instant.parse("2025-09-15T08:46:00Z")),
          false,
          Duration.ofSeconds(15),
          Optional.empty());
  private static final LogPatternSettings PRESENT =
      settings(Optional.of(Presence.PRESENT), Optional.empty(), 1, 0);
  private static final LogPatternSettings ABSENT =
      settings(Optional.of(Presence.ABSENT), Optional.empty(), 100, 20);
  private static final LogPatternSettings ONE_TO_THREE =
      settings(Optional.empty(), Optional.of(new Count(Optional.of(1), Optional.of(3))), 100, 20);

  private final LogPatternCheck check = new LogPatternCheck();

  /** The one thing seen, whatever is asked. */
  private record Seen(Observation observation) implements Observations {
    @Override
    public <O extends Observation> O of(Request<O> request) {
      return request.observationType().cast(observation);
    }
  }

  private static LogPatternSettings settings(
      Optional<Presence> expect, Optional<Count> count, int minEntries, int minRequests) {
    return new LogPatternSettings(
        Optional.of("needle"),
        Optional.empty(),
        expect,
        count,
        Optional.empty(),
        new MinimalExposure(minEntries, minRequests),
        Duration.ofSeconds(15),
        50_000);
  }

  private static LogReadObservation seen(
      long hits, long entries, long requests, boolean truncated, Watermark watermark) {
    List<Line> lines =
        hits == 0
            ? List.of()
            : List.of(
                new Line(START, LogSeverity.WARNING, "run.googleapis.com/stderr", "a needle"));
    return new LogReadObservation(
        new Window(START, END),
        entries,
        requests,
        Map.of("INFO", entries),
        List.of(new Hits(ABSENT.matcher(), hits, lines)),
        List.of(),
        Optional.empty(),
        List.of(),
        false,
        new Timeline(START, Duration.ZERO, List.of()),
        truncated,
        5,
        watermark);
  }

  private static LogReadObservation complete(long hits) {
    return seen(hits, 4312, 412, false, PASSED);
  }

  private static CheckContext context(CheckContext.Resolved target, Optional<Window> window) {
    return new CheckContext(
        END, target, Optional.empty(), window, Path.of(""), Duration.ofSeconds(20));
  }

  private static CheckContext context(Instant deployedAt) {
    Identity identity =
        new Identity(
            "netra-staging",
            "us-central1",
            "netra-backend-staging",
            "netra-backend-staging-00640-wob",
            Optional.empty(),
            Optional.empty(),
            deployedAt,
            Optional.empty(),
            Optional.empty(),
            100,
            Optional.empty());
    return context(new CheckContext.Known(identity), Optional.of(new Window(START, END)));
  }

  private Evaluation evaluate(LogPatternSettings settings, LogReadObservation seen) {
    return check.evaluate(settings, context(START), new Seen(seen));
  }

  private static Assertion only(Evaluation evaluation, String what) {
    return evaluation.assertions().stream()
        .filter(assertion -> assertion.what().equals(what))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void standsInTheLogSection() {
    assertThat(check.name()).isEqualTo("log-pattern");
    assertThat(check.section()).isEqualTo(Section.LOGS);
  }

  @Test
  void asksForOneReadOfTheRevisionInTheWindow() {
    assertThat(check.plan(ABSENT, context(START)))
        .isEqualTo(
            CheckPlan.ask(
                new LogReadRequest(
                    new LogSource(
                        "netra-staging",
                        "us-central1",
                        "netra-backend-staging",
                        "netra-backend-staging-00640-wob"),
                    new Window(START, END),
                    LogQuestions.matching(ABSENT.matcher()),
                    50_000,
                    new Watermarking(How.NEWEST_ENTRY, Duration.ofSeconds(15), Optional.empty()))));
  }

  @Test
  void anUnknownTargetCanNotBePlanned() {
    Gap gap = Gap.of(GapReason.UNREACHABLE, "refused", "start it");

    assertThat(check.plan(ABSENT, context(new CheckContext.Unknown(gap), Optional.empty())))
        .isEqualTo(CheckPlan.impossible(gap));
  }

  @Test
  void withoutAWindowNothingCanBePlanned() {
    CheckContext timeless = context(context(START).target(), Optional.empty());

    assertThat(check.plan(ABSENT, timeless))
        .isEqualTo(
            CheckPlan.impossible(
                Gap.of(
                    GapReason.UNKNOWN_TARGET,
                    "no window of time to search the log in",
                    "give `window.since` in the configuration, or --since")));
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
                "send a request to the service, raise `max-lag` and `timeout`, then run again"));
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
                "raise `max-entries` or shorten `window`"));
    assertThat(evaluation.headline()).startsWith("0 of the first 50,000 entries, ");
  }

  @Test
  void absenceInAWindowFromBeforeTheRevisionIsInconclusive() {
    Evaluation evaluation =
        check.evaluate(ABSENT, context(START.plusSeconds(60)), new Seen(complete(0)));

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
