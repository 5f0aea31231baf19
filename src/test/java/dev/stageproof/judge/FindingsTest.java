package dev.stageproof.judge;

import static dev.stageproof.judge.Checks.blocking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.lists;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Attempt;
import dev.stageproof.model.Baseline;
import dev.stageproof.model.Change;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Finding;
import dev.stageproof.model.Finding.Kind;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quicktheories.core.Gen;

/** Each check beside the same check on the baseline. */
class FindingsTest {

  @ParameterizedTest
  @CsvSource({
    "FAIL, PASS, NEW",
    "FAIL, FAIL, PRE_EXISTING",
    "PASS, FAIL, FIXED",
    "PASS, PASS, UNCHANGED",
    "INCONCLUSIVE, FAIL, NOT_COMPARED",
    "FAIL, INCONCLUSIVE, NOT_COMPARED",
    "PASS, SKIPPED, NOT_COMPARED"
  })
  void kindFollowsFromBothOutcomes(Outcome now, Outcome before, Kind kind) {
    Finding finding = only(blocking("a", now), Baselines.revision(blocking("a", before)));

    assertThat(finding.kind()).isEqualTo(kind);
    assertThat(finding.now().outcome()).isEqualTo(now);
    assertThat(finding.before().orElseThrow().outcome()).isEqualTo(before);
    assertThat(finding.because().isPresent()).isEqualTo(kind == Kind.NOT_COMPARED);
  }

  @Test
  void bothAnswersStandInTheFinding() {
    Finding finding =
        only(blocking("a", Outcome.FAIL), Baselines.revision(blocking("a", Outcome.PASS)));

    assertThat(finding.now()).isEqualTo(new Finding.Side(Outcome.FAIL, "503, expected 200"));
    assertThat(finding.before()).contains(new Finding.Side(Outcome.PASS, "200"));
  }

  @Test
  void whatIsNotSettledInThisRunIsNotCompared() {
    Finding finding =
        only(blocking("a", Outcome.INCONCLUSIVE), Baselines.revision(blocking("a", Outcome.PASS)));

    assertThat(finding.because()).contains("it is not settled in this run");
  }

  @Test
  void whatAsksNothingOfTheRevisionIsNotCompared() {
    Finding finding = only(blocking("a", Outcome.FAIL), Baselines.revision());

    assertThat(finding.kind()).isEqualTo(Kind.NOT_COMPARED);
    assertThat(finding.before()).isEmpty();
    assertThat(finding.because())
        .contains("it asks nothing of the revision: there its answer would be the same");
  }

  @Test
  void whatCouldNotBeAskedThereSaysWhyAndWhatWouldHelp() {
    Finding finding =
        only(blocking("a", Outcome.FAIL), Baselines.revision(blocking("a", Outcome.SKIPPED)));

    assertThat(finding.because()).contains("not selected; run without --skip");
  }

  @Test
  void whatIsOpenThereSaysHowFarItCame() {
    Finding finding =
        only(blocking("a", Outcome.FAIL), Baselines.revision(blocking("a", Outcome.INCONCLUSIVE)));

    assertThat(finding.because()).contains("it is not settled there: not seen: refused");
  }

  @Test
  void anEarlierRunWithoutTheCheckSaysSo() {
    Finding finding = only(blocking("a", Outcome.FAIL), Baselines.record());

    assertThat(finding.because()).contains("the earlier run has no check of this name");
  }

  @Test
  void anEarlierRunThatAskedOtherwiseIsNotCompared() {
    CheckResult now = with(blocking("a", Outcome.FAIL), Map.of("status", 200));
    CheckResult then = with(blocking("a", Outcome.FAIL), Map.of("status", 204));

    Finding finding = only(now, Baselines.record(then));

    assertThat(finding.kind()).isEqualTo(Kind.NOT_COMPARED);
    assertThat(finding.because()).contains("it was configured otherwise then");
  }

  @Test
  void aNumberReadBackFromARecordIsTheSameNumber() {
    CheckResult now = with(blocking("a", Outcome.FAIL), Map.of("expect", List.of(200, 0.5)));
    CheckResult then = with(blocking("a", Outcome.FAIL), Map.of("expect", List.of(200L, 0.50)));

    assertThat(only(now, Baselines.record(then)).kind()).isEqualTo(Kind.PRE_EXISTING);
  }

  @Test
  void whatTheRunLeftOutHasNoFinding() {
    Judgment judgment =
        Baselines.judge(
            List.of(blocking("a", Outcome.SKIPPED)),
            Baselines.revision(blocking("a", Outcome.PASS)));

    assertThat(judgment.findings()).isEmpty();
  }

  @Test
  void withoutABaselineToSeeThereIsNoFinding() {
    Gap gap = Gap.of(GapReason.NOT_FOUND, "none was found", "name one");

    Judgment judgment =
        Baselines.judge(List.of(blocking("a", Outcome.FAIL)), Baselines.missing(gap));

    assertThat(judgment.findings()).isEmpty();
  }

  @Test
  void whatIsConfiguredOtherwiseIsDrift() {
    Judgment judgment = Baselines.judge(List.of(), Baselines.revision());

    assertThat(judgment.drift())
        .containsExactly(new Change("memory limit", Optional.of("512Mi"), Optional.of("1Gi")));
  }

  @Test
  void aFailureOfTheSameKindIsExplained() {
    assertThat(
            because(
                List.of(blocking("a", Outcome.FAIL)),
                Baselines.revision(blocking("a", Outcome.FAIL))))
        .isEqualTo(
            "Blocking check a failed: 503, expected 200."
                + " Revision netra-backend-staging-00639-qar fails the same way.");
  }

  @Test
  void aFailureOfAnotherKindIsNotCalledTheSame() {
    Assertion other = Assertion.of("latency", "at most 1 s", "8 s", false);
    CheckResult before =
        blocking("a", Outcome.FAIL)
            .withAttempts(
                List.of(
                    new Attempt(
                        1,
                        Instant.EPOCH,
                        Duration.ZERO,
                        Evaluation.of("8 s", List.of(other)),
                        List.of("b1"))));

    assertThat(because(List.of(blocking("a", Outcome.FAIL)), Baselines.revision(before)))
        .endsWith(" Revision netra-backend-staging-00639-qar fails as well.");
  }

  @Test
  void anEarlierRunFailedInThePast() {
    assertThat(
            because(
                List.of(blocking("a", Outcome.FAIL)),
                Baselines.record(blocking("a", Outcome.FAIL))))
        .endsWith(" The earlier run staging-validation-7 failed the same way.");
  }

  @Test
  void aNewFailureIsNamed() {
    assertThat(
            because(
                List.of(blocking("a", Outcome.FAIL), blocking("b", Outcome.FAIL)),
                Baselines.revision(blocking("a", Outcome.FAIL), blocking("b", Outcome.PASS))))
        .endsWith(" Revision netra-backend-staging-00639-qar passes b.");
  }

  @Test
  void nothingIsSaidWhereTheBaselineSaysNothing() {
    assertThat(because(List.of(blocking("a", Outcome.FAIL)), Baselines.revision()))
        .isEqualTo("Blocking check a failed: 503, expected 200.");
  }

  /** Explained, never excused. */
  @Test
  void noBaselineEverChangesVerdictOrConfidence() {
    qt().forAll(outcomes(), outcomes())
        .checkAssert(
            (now, before) -> {
              List<CheckResult> checks = checks(now);
              Baseline baseline = Baselines.revision(checks(before).toArray(CheckResult[]::new));
              Judgment with = Baselines.judge(checks, baseline);
              Judgment without =
                  Baselines.judge(checks, Optional.empty(), Optional.of(Identities.byDigest()));
              assertThat(with.verdict()).isEqualTo(without.verdict());
              assertThat(with.confidence()).isEqualTo(without.confidence());
              assertThat(with.remarks()).isEqualTo(without.remarks());
              assertThat(with.because()).startsWith(without.because());
            });
  }

  private static Gen<List<Outcome>> outcomes() {
    return lists().of(arbitrary().enumValues(Outcome.class)).ofSizeBetween(0, 4);
  }

  private static List<CheckResult> checks(List<Outcome> outcomes) {
    return IntStream.range(0, outcomes.size())
        .mapToObj(at -> blocking("c" + at, outcomes.get(at)))
        .toList();
  }

  private static Finding only(CheckResult now, Baseline baseline) {
    List<Finding> findings = Baselines.judge(List.of(now), baseline).findings();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private static String because(List<CheckResult> checks, Baseline baseline) {
    return Baselines.judge(checks, baseline).because();
  }

  private static CheckResult with(CheckResult check, Map<String, Object> settings) {
    return new CheckResult(
        check.id(),
        check.type(),
        check.title(),
        check.section(),
        check.group(),
        check.severity(),
        check.tags(),
        settings,
        check.onNoData(),
        check.outcome(),
        check.took(),
        check.attempts(),
        check.gap(),
        check.reproduce());
  }
}
