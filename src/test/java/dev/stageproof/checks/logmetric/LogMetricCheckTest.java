package dev.stageproof.checks.logmetric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.checks.logs.BaselineSettings;
import dev.stageproof.checks.logs.ExposureSettings;
import dev.stageproof.checks.logs.Runs;
import dev.stageproof.checks.logs.SampleLog;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.LogFindings.Comparison;
import dev.stageproof.model.LogFindings.Side;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.Unit;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation.Distribution;
import dev.stageproof.observe.LogReadObservation.Measured;
import dev.stageproof.observe.LogReadObservation.Served;
import dev.stageproof.observe.LogSeverity;
import dev.stageproof.observe.Regex;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogMetricCheckTest {
  private static final Optional<NumberRange> NONE = Optional.empty();
  private static final Regex POOL = Regex.parse("pool: (\\d+)");
  private static final Distribution VALUES = new Distribution(41, 19, 22, 20.25, 20, 21, 22, 22);
  private static final Served SERVED =
      new Served(
          40,
          Map.of("2xx", 39L, "5xx", 1L),
          Optional.of(new Distribution(40, 43, 612, 213.7, 43, 612, 612, 612)));

  private final LogMetricCheck check = new LogMetricCheck();

  private static Optional<NumberRange> atMost(double max) {
    return Optional.of(new NumberRange(Optional.empty(), Optional.of(max)));
  }

  private static Optional<NumberRange> atLeast(double min) {
    return Optional.of(new NumberRange(Optional.of(min), Optional.empty()));
  }

  private static NumberBounds max(double most) {
    return new NumberBounds(NONE, atMost(most), NONE, NONE, NONE, NONE, NONE, NONE);
  }

  private static NumberBounds maxAtLeast(double least) {
    return new NumberBounds(NONE, atLeast(least), NONE, NONE, NONE, NONE, NONE, NONE);
  }

  private static NumberBounds minAtLeast(double least) {
    return new NumberBounds(atLeast(least), NONE, NONE, NONE, NONE, NONE, NONE, NONE);
  }

  private static NumberBounds minAtMost(double most) {
    return new NumberBounds(atMost(most), NONE, NONE, NONE, NONE, NONE, NONE, NONE);
  }

  private static NumberBounds p95(double most) {
    return new NumberBounds(NONE, NONE, NONE, NONE, NONE, atMost(most), NONE, NONE);
  }

  private static NumberBounds count(Optional<NumberRange> range) {
    return new NumberBounds(NONE, NONE, NONE, NONE, NONE, NONE, NONE, range);
  }

  private static LogMetricSettings number(NumberBounds expect) {
    return number(expect, Optional.empty());
  }

  private static LogMetricSettings number(
      NumberBounds expect, Optional<BaselineSettings> baseline) {
    return new LogMetricSettings(
        Optional.of(POOL),
        Optional.of("connections"),
        Optional.of(expect),
        Optional.empty(),
        Optional.empty(),
        new ExposureSettings(100, 0),
        baseline,
        Runs.LIVE);
  }

  private static LogMetricSettings requests(RequestBounds bounds) {
    return new LogMetricSettings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(bounds),
        new ExposureSettings(100, 0),
        Optional.empty(),
        Runs.LIVE);
  }

  private static RequestBounds errorRate(String most) {
    return new RequestBounds(
        NONE,
        Optional.of(new PercentRange(Optional.empty(), Optional.of(Percent.parse(most)))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static RequestBounds latency(Duration p95) {
    return new RequestBounds(
        NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new DurationRange(Optional.empty(), Optional.of(p95))),
        Optional.empty());
  }

  private static SampleLog measured(long unreadable, Optional<Distribution> values) {
    return SampleLog.complete()
        .measured(
            new Measured(
                number(max(1)).asked().orElseThrow(),
                unreadable,
                values,
                values.map(any -> SampleLog.line("pool: 19"))));
  }

  private static SampleLog some() {
    return measured(0, Optional.of(VALUES));
  }

  private Evaluation evaluate(LogMetricSettings settings, SampleLog log) {
    return check.evaluate(settings, Runs.usual(), Runs.seen(log));
  }

  private Outcome outcome(NumberBounds bounds, SampleLog log) {
    return evaluate(number(bounds), log).outcome();
  }

  private static Assertion only(Evaluation evaluation, String what) {
    return evaluation.assertions().stream()
        .filter(assertion -> assertion.what().equals(what))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void standsInTheLogSectionAndWaitsForIngestion() {
    assertThat(check.name()).isEqualTo("log-metric");
    assertThat(check.section()).isEqualTo(Section.LOGS);
    assertThat(check.timeout(number(max(1)))).isEqualTo(Duration.ofSeconds(140));
  }

  @Test
  void anUpperBoundPassesOverACompleteRead() {
    Evaluation evaluation = evaluate(number(max(25)), some());

    assertThat(evaluation.outcome()).isEqualTo(Outcome.PASS);
    assertThat(evaluation.assertions())
        .startsWith(
            Assertion.of("max", "at most 25 connections", "22 connections", true),
            Assertion.of("numbers seen", "at least 1", "41 in 4,312 entries", true));
    assertThat(evaluation.headline())
        .isEqualTo("max 22 connections; 41 numbers in 4,312 entries, 08:26–08:47 UTC");
    assertThat(evaluation.excerpts()).extracting("text").containsExactly("pool: 19");
  }

  @Test
  void anUpperBoundOfTheMaximumIsOpenOverACutRead() {
    assertThat(outcome(max(25), some().cutShort())).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(outcome(max(25), some().watermark(SampleLog.BEHIND)))
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void aMaximumAboveItsBoundFailsWhateverElseWasNotRead() {
    assertThat(evaluate(number(max(20)), some().cutShort()).assertions())
        .containsExactly(Assertion.of("max", "at most 20 connections", "22 connections", false));
  }

  @Test
  void aMaximumThatIsHighEnoughIsCertain() {
    assertThat(outcome(maxAtLeast(20), some().cutShort())).isEqualTo(Outcome.PASS);
    assertThat(outcome(maxAtLeast(30), some().cutShort())).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(outcome(maxAtLeast(30), some())).isEqualTo(Outcome.FAIL);
  }

  @Test
  void aMinimumBelowItsBoundFailsWhateverElseWasNotRead() {
    assertThat(outcome(minAtLeast(20), some().cutShort())).isEqualTo(Outcome.FAIL);
    assertThat(outcome(minAtLeast(19), some().cutShort())).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(outcome(minAtLeast(19), some())).isEqualTo(Outcome.PASS);
  }

  @Test
  void aMinimumThatIsLowEnoughIsCertain() {
    assertThat(outcome(minAtMost(19), some().cutShort())).isEqualTo(Outcome.PASS);
    assertThat(outcome(minAtMost(18), some().cutShort())).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void aPercentileIsNeverCertain() {
    assertThat(outcome(p95(22), some())).isEqualTo(Outcome.PASS);
    assertThat(outcome(p95(21), some())).isEqualTo(Outcome.FAIL);
    assertThat(outcome(p95(22), some().cutShort())).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(outcome(p95(21), some().cutShort())).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void whatTheSearchOfTheRestMeasuredIsWhole() {
    SampleLog searched = some().cutShort().searched(number(p95(22)).look().questions());

    assertThat(outcome(p95(22), searched)).isEqualTo(Outcome.PASS);
    assertThat(outcome(p95(21), searched)).isEqualTo(Outcome.FAIL);
    assertThat(evaluate(number(p95(22)), searched).headline())
        .endsWith("in at least 4,312 entries, 08:26–08:47 UTC");
  }

  @Test
  void requestMetricsNeedAWholeRead() {
    SampleLog cut = SampleLog.complete().cutShort().searched(LogQuestions.nothingMore());

    assertThat(evaluate(requests(latency(Duration.ofSeconds(1))), cut).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void enoughNumbersAreCertainAndTooFewNeedACompleteRead() {
    assertThat(outcome(count(atLeast(41)), some().cutShort())).isEqualTo(Outcome.PASS);
    assertThat(outcome(count(atLeast(42)), some().cutShort())).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(outcome(count(atLeast(42)), some())).isEqualTo(Outcome.FAIL);
  }

  @Test
  void noNumberAtAllProvesNothing() {
    Evaluation evaluation = evaluate(number(max(25)), measured(0, Optional.empty()));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(evaluation.assertions())
        .containsExactly(
            Assertion.unsettled(
                "max",
                "at most 25 connections",
                "not seen",
                "hold `number` against a line of the log, or run again when it has been written"),
            Assertion.unsettled(
                "numbers seen",
                "at least 1",
                "0 in 4,312 entries",
                "hold `number` against a line of the log, or run again when it has been written"));
    assertThat(evaluation.headline())
        .isEqualTo(
            "max not seen; 0 numbers in 4,312 entries, 08:26–08:47 UTC; numbers seen: 0 in 4,312"
                + " entries, needed at least 1");
  }

  @Test
  void noNumberFailsALowestCountAndPassesNoHighestOne() {
    SampleLog nothing = measured(0, Optional.empty());

    assertThat(outcome(count(atLeast(1)), nothing)).isEqualTo(Outcome.FAIL);
    assertThat(outcome(count(atMost(5)), nothing)).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void aGroupThatIsNoNumberLeavesOpenWhatItHides() {
    Evaluation evaluation = evaluate(number(max(25)), measured(3, Optional.of(VALUES)));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(only(evaluation, "readable numbers"))
        .isEqualTo(
            Assertion.unsettled(
                "readable numbers",
                "every group is a number",
                "3 of 44 are none",
                "let the group of `number` hold digits only, such as `(\\d+(?:\\.\\d+)?)`"));
    assertThat(outcome(max(20), measured(3, Optional.of(VALUES)))).isEqualTo(Outcome.FAIL);
  }

  @Test
  void everyValueIsAMetricWithItsUnit() {
    assertThat(evaluate(number(max(25)), some()).metrics())
        .containsExactly(
            Metric.measured("count", 41, Unit.COUNT),
            Metric.measured("min (connections)", 19, Unit.COUNT),
            Metric.bounded("max (connections)", 22, Unit.COUNT, "at most 25 connections", true),
            Metric.measured("mean (connections)", 20.25, Unit.COUNT),
            Metric.measured("p50 (connections)", 20, Unit.COUNT),
            Metric.measured("p90 (connections)", 21, Unit.COUNT),
            Metric.measured("p95 (connections)", 22, Unit.COUNT),
            Metric.measured("p99 (connections)", 22, Unit.COUNT),
            Metric.measured("entries read", 4312, Unit.COUNT),
            Metric.measured("requests served", 412, Unit.COUNT),
            Metric.measured("wait for ingestion", 0, Unit.MILLISECONDS));
  }

  @Test
  void tooLittleExposureLeavesAnUpperBoundOpen() {
    SampleLog few = SampleLog.of(99, 0).measured(some().numbers().get(0));

    assertThat(only(evaluate(number(max(25)), few), "entries read").settle())
        .contains("run again when the revision has written more: 1 more needed");
  }

  @Test
  void theErrorRateIsTheShareOfServerErrors() {
    Evaluation evaluation =
        evaluate(requests(errorRate("3%")), SampleLog.complete().served(SERVED));

    assertThat(evaluation.assertions())
        .startsWith(Assertion.of("error rate", "at most 3 %", "2.5 %", true));
    assertThat(evaluation.headline())
        .isEqualTo("error rate 2.5 %; 40 requests in 4,312 entries, 08:26–08:47 UTC");
    assertThat(evaluate(requests(errorRate("2%")), SampleLog.complete().served(SERVED)).outcome())
        .isEqualTo(Outcome.FAIL);
  }

  @Test
  void latenciesAreHeldInMilliseconds() {
    Evaluation evaluation =
        evaluate(requests(latency(Duration.ofMillis(300))), SampleLog.complete().served(SERVED));

    assertThat(evaluation.assertions())
        .startsWith(Assertion.of("latency p95", "at most 300 ms", "612 ms", false));
    assertThat(evaluation.metrics())
        .contains(
            Metric.measured("requests", 40, Unit.COUNT),
            Metric.measured("error rate", 2.5, Unit.PERCENT),
            Metric.bounded("latency p95", 612, Unit.MILLISECONDS, "at most 300 ms", false));
  }

  @Test
  void withoutRequestsThereIsNoErrorRate() {
    Evaluation evaluation = evaluate(requests(errorRate("1%")), SampleLog.of(4312, 0));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(only(evaluation, "requests seen"))
        .isEqualTo(
            Assertion.unsettled(
                "requests seen",
                "at least 1",
                "0 in 4,312 entries",
                "run again when the revision has served requests of others"));
  }

  @Test
  void aRequestLogWithoutLatenciesLeavesThemOpen() {
    Served silent = new Served(40, Map.of("2xx", 40L), Optional.empty());

    Evaluation evaluation =
        evaluate(requests(latency(Duration.ofSeconds(1))), SampleLog.complete().served(silent));

    assertThat(evaluation.assertions().get(0))
        .isEqualTo(
            Assertion.unsettled(
                "latency p95",
                "at most 1 s",
                "not seen",
                "see that the entries of the request log name a latency"));
  }

  @Test
  void whatWasMeasuredBeforeStandsBesideIt() {
    Evaluation evaluation =
        check.evaluate(
            number(max(25), Optional.of(Runs.BEFORE)), Runs.usual(), Runs.seen(some(), some()));

    Window window = new Window(SampleLog.START, SampleLog.END);
    assertThat(evaluation.logs().orElseThrow().comparisons())
        .containsExactly(
            new Comparison(
                "pool: (\\d+)",
                new Side(Runs.PREVIOUS, window, 412, 4312, Optional.empty(), 41),
                new Side(Runs.REVISION, window, 412, 4312, Optional.empty(), 41),
                Optional.empty()));
    assertThat(evaluation.headline()).endsWith("; netra-backend-staging-00639-qar: 41 numbers");
  }

  @Test
  void aMissingBaselineIsSaidAndChangesNothing() {
    Evaluation evaluation =
        check.evaluate(number(max(25), Optional.of(Runs.BEFORE)), Runs.first(), Runs.seen(some()));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.PASS);
    assertThat(evaluation.headline()).endsWith("; there is no previous revision");
  }

  @Test
  void onlyEntriesOfTheAskedSeverityAreLookedAt() {
    LogMetricSettings graver =
        new LogMetricSettings(
            Optional.of(POOL),
            Optional.empty(),
            Optional.of(max(1)),
            Optional.of(LogSeverity.WARNING),
            Optional.empty(),
            new ExposureSettings(1, 0),
            Optional.empty(),
            Runs.LIVE);

    assertThat(graver.asked().orElseThrow().atLeast()).contains(LogSeverity.WARNING);
    assertThat(List.of(graver.look().questions().numbers().get(0).pattern()))
        .containsExactly("pool: (\\d+)");
  }
}
