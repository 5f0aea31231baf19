package dev.stageproof.checks.lognovelty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.stageproof.checks.logs.ExposureSettings;
import dev.stageproof.checks.logs.Runs;
import dev.stageproof.checks.logs.SampleLog;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.LogFindings;
import dev.stageproof.model.LogFindings.Change;
import dev.stageproof.model.LogFindings.Comparison;
import dev.stageproof.model.LogFindings.Side;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.Unit;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation.Signature;
import dev.stageproof.observe.LogSeverity;
import dev.stageproof.observe.Regex;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogNoveltyCheckTest {
  private static final LogNoveltySettings NONE = settings(0, 1, List.of());
  private static final Signature TIMEOUT = signature("timeout after <num> s", 3);
  private static final Signature REFUSED = signature("connection refused", 8);
  private static final Signature WARNED =
      new Signature("slow", LogSeverity.WARNING, 50, SampleLog.START, SampleLog.line("slow"));

  private final LogNoveltyCheck check = new LogNoveltyCheck();

  private static LogNoveltySettings settings(int maxNew, int minCount, List<Regex> ignore) {
    return new LogNoveltySettings(
        LogSeverity.ERROR,
        maxNew,
        minCount,
        ignore,
        new ExposureSettings(100, 0),
        Runs.BEFORE,
        Runs.LIVE);
  }

  private static Signature signature(String text, long count) {
    return new Signature(text, LogSeverity.ERROR, count, SampleLog.START, SampleLog.line(text));
  }

  private static SampleLog log(Signature... signatures) {
    return SampleLog.complete().signatures(signatures);
  }

  private Evaluation evaluate(LogNoveltySettings settings, SampleLog after, SampleLog before) {
    return check.evaluate(settings, Runs.usual(), Runs.seen(after, before));
  }

  private static Assertion only(Evaluation evaluation, String what) {
    return evaluation.assertions().stream()
        .filter(assertion -> assertion.what().equals(what))
        .findFirst()
        .orElseThrow();
  }

  private static List<LogFindings.Signature> found(Evaluation evaluation) {
    return evaluation.logs().orElseThrow().signatures();
  }

  @Test
  void standsInTheLogSectionAndWaitsForIngestion() {
    assertThat(check.name()).isEqualTo("log-novelty");
    assertThat(check.section()).isEqualTo(Section.LOGS);
    assertThat(check.timeout(NONE)).isEqualTo(Duration.ofSeconds(140));
    assertThat(NONE.look().questions()).isEqualTo(LogQuestions.signatures(LogSeverity.ERROR));
  }

  @Test
  void nothingNewPassesOverACompleteRead() {
    Evaluation evaluation = evaluate(NONE, log(TIMEOUT), log(TIMEOUT, REFUSED));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.PASS);
    assertThat(evaluation.assertions())
        .startsWith(
            Assertion.of("new signatures", "none", "0 at ERROR or above", true),
            Assertion.of("signatures read", "at most 1,000", "1", true));
    assertThat(evaluation.headline())
        .isEqualTo(
            "0 new, 1 known, 1 gone against netra-backend-staging-00639-qar; 4,312 entries,"
                + " 08:26–08:47 UTC");
  }

  @Test
  void aNewSignatureFails() {
    Evaluation evaluation = evaluate(NONE, log(TIMEOUT, REFUSED), log(REFUSED));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(evaluation.assertions())
        .contains(Assertion.of("new signatures", "none", "1 at ERROR or above", false));
    assertThat(evaluation.excerpts())
        .containsExactly(
            new Excerpt(
                "run.googleapis.com/stderr",
                Optional.of(SampleLog.START),
                Optional.of("WARNING"),
                "timeout after <num> s"));
  }

  @Test
  void aNewSignatureFailsThoughTheReadWasCut() {
    assertThat(evaluate(NONE, log(TIMEOUT).cutShort(), log(REFUSED)).outcome())
        .isEqualTo(Outcome.FAIL);
  }

  @Test
  void nothingNewIsOpenOverACutRead() {
    assertThat(evaluate(NONE, log(TIMEOUT).cutShort(), log(TIMEOUT)).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(evaluate(NONE, log().watermark(SampleLog.BEHIND), log(TIMEOUT)).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void nothingNewAmongTooFewEntriesIsOpen() {
    Evaluation evaluation = evaluate(NONE, SampleLog.of(5, 0), log(TIMEOUT));

    assertThat(only(evaluation, "entries read").settle())
        .contains("run again when the revision has written more: 95 more needed");
    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void moreSignaturesThanAreKeptLeaveNothingNewOpen() {
    Evaluation evaluation = evaluate(NONE, log(TIMEOUT).signaturesCut(), log(TIMEOUT));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(only(evaluation, "signatures read"))
        .isEqualTo(
            Assertion.unsettled(
                "signatures read",
                "at most 1,000",
                "more than 1,000",
                "raise `at-least`, or shorten the window"));
  }

  @Test
  void aNewSignatureIsOpenWhenTheBaselineWasNotReadWhole() {
    assertThat(evaluate(NONE, log(TIMEOUT), log(REFUSED).cutShort()).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(evaluate(NONE, log(TIMEOUT), log(REFUSED).signaturesCut()).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(evaluate(NONE, log(TIMEOUT), SampleLog.of(0, 0)).outcome())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void whatTheBaselineHasIsKnownThoughItWasNotReadWhole() {
    assertThat(evaluate(NONE, log(TIMEOUT), log(TIMEOUT).cutShort()).outcome())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void withoutAPreviousRevisionNothingIsNew() {
    Evaluation evaluation = check.evaluate(NONE, Runs.first(), Runs.seen(log(TIMEOUT)));

    assertThat(evaluation.assertions())
        .containsExactly(
            Assertion.unsettled(
                "new signatures",
                "none",
                "not compared: there is no previous revision",
                "give `baseline` a `revision` with `from` and `to`, or a `file`, or a `record`"),
            Assertion.unsettled(
                "baseline",
                "at least 1 entry",
                "there is no previous revision",
                "give `baseline` a `revision` with `from` and `to`, or a `file`, or a `record`"));
    assertThat(evaluation.headline())
        .isEqualTo(
            "4,312 entries, 08:26–08:47 UTC; baseline: there is no previous revision, needed at"
                + " least 1 entry");
    assertThat(found(evaluation)).isEmpty();
    assertThat(evaluation.metrics()).noneMatch(metric -> metric.name().contains("signatures"));
  }

  @Test
  void asManyAsAllowedMayBeNew() {
    assertThat(evaluate(settings(1, 1, List.of()), log(TIMEOUT), log()).assertions().get(0))
        .isEqualTo(Assertion.of("new signatures", "at most 1", "1 at ERROR or above", true));
    assertThat(evaluate(settings(1, 1, List.of()), log(TIMEOUT, REFUSED), log()).outcome())
        .isEqualTo(Outcome.FAIL);
  }

  @Test
  void rareSignaturesDoNotCountAsNew() {
    assertThat(evaluate(settings(0, 4, List.of()), log(TIMEOUT), log()).outcome())
        .isEqualTo(Outcome.PASS);
    assertThat(evaluate(settings(0, 3, List.of()), log(TIMEOUT), log()).outcome())
        .isEqualTo(Outcome.FAIL);
  }

  @Test
  void ignoredSignaturesAreLeftOut() {
    LogNoveltySettings ignoring = settings(0, 1, List.of(Regex.parse("^timeout after <num>")));

    assertThat(evaluate(ignoring, log(TIMEOUT), log()).outcome()).isEqualTo(Outcome.PASS);
    assertThat(evaluate(ignoring, log(REFUSED), log()).outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void whatOtherChecksAskedForIsLeftOut() {
    assertThat(evaluate(NONE, log(WARNED), log()).outcome()).isEqualTo(Outcome.PASS);
  }

  @Test
  void newOnesAreListedFirstThenGoneThenKnown() {
    Evaluation evaluation =
        evaluate(
            NONE,
            log(signature("known", 900), TIMEOUT, REFUSED),
            log(signature("known", 1), signature("gone", 2)));

    assertThat(found(evaluation))
        .extracting(LogFindings.Signature::text, LogFindings.Signature::change)
        .containsExactly(
            tuple("connection refused", Change.NEW),
            tuple("timeout after <num> s", Change.NEW),
            tuple("gone", Change.GONE),
            tuple("known", Change.KNOWN));
    assertThat(found(evaluation).get(1).perRequest()).contains(3.0 / 412);
    assertThat(found(evaluation).get(1).firstAt()).isEqualTo(SampleLog.START);
  }

  @Test
  void theGraverComesBeforeTheMoreFrequent() {
    Signature crash =
        new Signature("crash", LogSeverity.CRITICAL, 1, SampleLog.START, SampleLog.line("crash"));

    assertThat(found(evaluate(NONE, log(REFUSED, crash), log())))
        .extracting(LogFindings.Signature::text)
        .containsExactly("crash", "connection refused");
  }

  @Test
  void withoutRequestsThereIsNoRate() {
    SampleLog idle = SampleLog.of(4312, 0).signatures(TIMEOUT);

    assertThat(found(evaluate(NONE, idle, log())).get(0).perRequest()).isEmpty();
  }

  @Test
  void nothingIsGoneWhileSomethingWasNotRead() {
    Evaluation evaluation = evaluate(NONE, log(TIMEOUT).cutShort(), log(REFUSED, TIMEOUT));

    assertThat(found(evaluation)).noneMatch(found -> found.change() == Change.GONE);
    assertThat(evaluation.headline()).startsWith("0 new, 1 known against ");
    assertThat(evaluation.metrics()).noneMatch(metric -> metric.name().equals("gone signatures"));
  }

  @Test
  void noMoreThanTwentyAreListed() {
    Signature[] many =
        IntStream.range(0, 30).mapToObj(i -> signature("error " + i, 1)).toArray(Signature[]::new);

    Evaluation evaluation = evaluate(NONE, log(many), log());

    assertThat(found(evaluation)).hasSize(20);
    assertThat(evaluation.excerpts()).hasSize(5);
    assertThat(evaluation.headline()).startsWith("30 new");
  }

  @Test
  void countsAreMetricsAndBothSidesAreCompared() {
    Evaluation evaluation = evaluate(NONE, log(TIMEOUT), log(TIMEOUT, REFUSED));

    assertThat(evaluation.metrics())
        .startsWith(
            Metric.bounded("new signatures", 0, Unit.COUNT, "none", true),
            Metric.measured("known signatures", 1, Unit.COUNT),
            Metric.measured("gone signatures", 1, Unit.COUNT));
    Window window = new Window(SampleLog.START, SampleLog.END);
    assertThat(evaluation.logs().orElseThrow().comparisons())
        .containsExactly(
            new Comparison(
                "entries at ERROR or above",
                new Side(Runs.PREVIOUS, window, 412, 4312, Optional.empty(), 11),
                new Side(Runs.REVISION, window, 412, 4312, Optional.empty(), 3),
                Optional.empty()));
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> settings(-1, 1, List.of()))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("`max-new` is 0 or more");
    assertThatThrownBy(() -> settings(0, 0, List.of())).hasMessage("`min-count` is 1 or more");
  }
}
