package dev.stageproof.checks.logpattern;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.checks.logpattern.LogPatternSettings.Presence;
import dev.stageproof.checks.logpattern.LogPatternSettings.SeenIn;
import dev.stageproof.checks.logs.ExposureSettings;
import dev.stageproof.checks.logs.Runs;
import dev.stageproof.checks.logs.SampleLog;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.LogFindings.Comparison;
import dev.stageproof.model.LogFindings.Side;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogQuestions;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BeforeAndAfterTest {
  private static final LogPatternSettings REPORTED =
      settings(Optional.of(Presence.ABSENT), Optional.empty(), false);
  private static final LogPatternSettings CONTROLLED =
      settings(Optional.of(Presence.ABSENT), Optional.of(SeenIn.BASELINE), false);
  private static final LogPatternSettings NO_MORE =
      settings(Optional.empty(), Optional.empty(), true);

  private final LogPatternCheck check = new LogPatternCheck();

  private static LogPatternSettings settings(
      Optional<Presence> expect, Optional<SeenIn> seenIn, boolean noMore) {
    return new LogPatternSettings(
        Optional.of("needle"),
        Optional.empty(),
        expect,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        seenIn,
        noMore,
        new ExposureSettings(1, 0),
        Optional.of(Runs.BEFORE),
        Runs.LIVE);
  }

  private static SampleLog log(long hits, long entries, long requests) {
    return SampleLog.of(entries, requests).hits(REPORTED.matcher(), hits);
  }

  private Evaluation evaluate(LogPatternSettings settings, SampleLog after, SampleLog before) {
    return check.evaluate(settings, Runs.usual(), Runs.seen(after, before));
  }

  private static Assertion only(Evaluation evaluation, String what) {
    return evaluation.assertions().stream()
        .filter(assertion -> assertion.what().equals(what))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void bothCountsStandInTheHeadlineAndInTheTable() {
    Evaluation evaluation = evaluate(REPORTED, log(0, 212, 40), log(6, 1904, 412));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.PASS);
    assertThat(evaluation.headline())
        .isEqualTo(
            "0 of 212 entries, 08:26–08:47 UTC; "
                + "netra-backend-staging-00639-qar: 6 of 1,904 entries");
    Window window = new Window(SampleLog.START, SampleLog.END);
    assertThat(evaluation.logs().orElseThrow().comparisons())
        .containsExactly(
            new Comparison(
                "needle",
                new Side(Runs.PREVIOUS, window, 412, 1904, Optional.empty(), 6),
                new Side(Runs.REVISION, window, 40, 212, Optional.empty(), 0),
                Optional.empty()));
  }

  @Test
  void aBaselineThatIsOnlyReportedLeavesTheAnswerAlone() {
    Evaluation evaluation = check.evaluate(REPORTED, Runs.first(), Runs.seen(log(0, 212, 40)));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.PASS);
    assertThat(evaluation.headline())
        .isEqualTo("0 of 212 entries, 08:26–08:47 UTC; there is no previous revision");
    assertThat(evaluation.logs().orElseThrow().comparisons()).isEmpty();
  }

  @Test
  void anAbsencePassesWhenTheFilterHitsInTheBaseline() {
    Evaluation evaluation = evaluate(CONTROLLED, log(0, 212, 40), log(6, 1904, 412));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.PASS);
    assertThat(only(evaluation, "seen in the baseline"))
        .isEqualTo(
            Assertion.of(
                "seen in the baseline",
                "at least 1 matching entry",
                "6 of 1,904 entries of netra-backend-staging-00639-qar",
                true));
  }

  @Test
  void anAbsenceIsOpenWhenTheFilterNeverHitsAnywhere() {
    Evaluation evaluation = evaluate(CONTROLLED, log(0, 212, 40), log(0, 1904, 412));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(only(evaluation, "seen in the baseline"))
        .isEqualTo(
            Assertion.unsettled(
                "seen in the baseline",
                "at least 1 matching entry",
                "the filter never hit in the baseline either, 0 of 1,904 entries of"
                    + " netra-backend-staging-00639-qar",
                "check the pattern, or choose a `baseline` in which it is known to hit"));
    assertThat(only(evaluation, "matching entries").outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void anAbsenceIsOpenWhenThereIsNoBaselineToHitIn() {
    Evaluation evaluation = check.evaluate(CONTROLLED, Runs.first(), Runs.seen(log(0, 212, 40)));

    assertThat(only(evaluation, "seen in the baseline"))
        .isEqualTo(
            Assertion.unsettled(
                "seen in the baseline",
                "at least 1 matching entry",
                "there is no previous revision",
                "give `baseline` a `revision` with `from` and `to`, or a `file`, or a `record`"));
    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void aPreviousRevisionThatMayNotBeListedIsNotTakenForNone() {
    Gap why = Gap.noPermission("it may not be listed", "grant it", "run.revisions.list");

    Evaluation evaluation =
        check.evaluate(CONTROLLED, Runs.withoutPrevious(why), Runs.seen(log(0, 212, 40)));

    assertThat(only(evaluation, "seen in the baseline"))
        .isEqualTo(
            Assertion.unsettled(
                "seen in the baseline",
                "at least 1 matching entry",
                "the previous revision is not known: it may not be listed",
                "grant it"));
  }

  @Test
  void aHitFailsWhateverTheBaselineSays() {
    assertThat(evaluate(CONTROLLED, log(1, 212, 40), log(0, 0, 0)).assertions())
        .containsExactly(Assertion.of("matching entries", "none", "1 of 212 entries", false));
  }

  @Test
  void asOftenForEachRequestAsBeforeIsNoMore() {
    Evaluation evaluation = evaluate(NO_MORE, log(4, 500, 40), log(40, 1904, 400));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.PASS);
    assertThat(evaluation.assertions().get(0))
        .isEqualTo(
            Assertion.of(
                "no more than the baseline",
                "at most 40 in 400 requests",
                "4 in 40 requests",
                true));
    assertThat(evaluation.logs().orElseThrow().comparisons().get(0).outcome())
        .contains(Outcome.PASS);
  }

  @Test
  void moreOftenForEachRequestThanBeforeFailsThoughFewerInAll() {
    Evaluation evaluation = evaluate(NO_MORE, log(5, 5000, 40), log(40, 1904, 400));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(evaluation.logs().orElseThrow().comparisons().get(0).outcome())
        .contains(Outcome.FAIL);
  }

  @Test
  void whereOneSideServedNothingEntriesAreTheMeasure() {
    assertThat(evaluate(NO_MORE, log(1, 500, 0), log(40, 2000, 400)).assertions().get(0))
        .isEqualTo(
            Assertion.of(
                "no more than the baseline",
                "at most 40 in 2,000 entries",
                "1 in 500 entries",
                true));
  }

  @Test
  void aChangeWithoutABaselineIsOpen() {
    Evaluation evaluation = check.evaluate(NO_MORE, Runs.first(), Runs.seen(log(0, 212, 40)));

    assertThat(evaluation.assertions().get(0))
        .isEqualTo(
            Assertion.unsettled(
                "no more than the baseline",
                "at most the baseline's",
                "0 in 212 entries",
                "give `baseline` a `revision` with `from` and `to`, or a `file`, or a `record`"));
  }

  @Test
  void aChangeAgainstAnEmptyBaselineIsOpen() {
    Evaluation evaluation = evaluate(NO_MORE, log(1, 212, 40), log(0, 0, 0));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(only(evaluation, "baseline").settle())
        .contains("choose a `baseline` whose log still holds entries");
  }

  @Test
  void aChangeAgainstABaselineThatWasCutIsOpen() {
    Evaluation evaluation = evaluate(NO_MORE, log(0, 212, 40), log(6, 1904, 412).cutShort());

    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(only(evaluation, "complete baseline"))
        .isEqualTo(
            Assertion.unsettled(
                "complete baseline",
                "every entry of the baseline",
                "stopped after 1,904 entries",
                "raise `read.max-entries`, or give `baseline` a shorter `from` and `to`"));
  }

  @Test
  void aChangeNeedsAllEntriesThoughAllMatchesWereFound() {
    SampleLog after = log(0, 212, 40).cutShort().searched(LogQuestions.matching(NO_MORE.matcher()));

    Evaluation evaluation = evaluate(NO_MORE, after, log(6, 1904, 412));

    assertThat(evaluation.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(only(evaluation, "complete read").actual()).isEqualTo("stopped after 212 entries");
    assertThat(evaluation.logs().orElseThrow().comparisons().get(0).after().readUntil())
        .contains(SampleLog.START.plusSeconds(60));
  }
}
