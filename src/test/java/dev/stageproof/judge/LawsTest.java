package dev.stageproof.judge;

import static dev.stageproof.judge.Runs.CHANGING;
import static dev.stageproof.judge.Runs.TODAY;
import static dev.stageproof.judge.Runs.claims;
import static dev.stageproof.judge.Runs.drafts;
import static dev.stageproof.judge.Runs.lost;
import static dev.stageproof.judge.Runs.results;
import static dev.stageproof.judge.Runs.runs;
import static dev.stageproof.judge.Runs.shuffled;
import static dev.stageproof.judge.Runs.strictDrafts;
import static dev.stageproof.judge.Runs.waivers;
import static dev.stageproof.judge.Runs.waiversOfOthers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import dev.stageproof.judge.Runs.Draft;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Claim;
import dev.stageproof.model.Confidence.Level;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.OnNoData.Then;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Severity;
import dev.stageproof.model.Verdict;
import dev.stageproof.model.Waiver;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The laws of the verdict, held against runs of every shape: some checks, and beside them the one
 * that changes.
 */
class LawsTest {

  @Test
  void aFurtherFailingCheckNeverImprovesTheVerdict() {
    qt().forAll(runs(), waivers(), drafts())
        .checkAssert(
            (run, waivers, more) ->
                assertThat(goodness(run, more.with(Outcome.FAIL), waivers))
                    .isLessThanOrEqualTo(goodness(judge(run, waivers))));
  }

  @Test
  void aCheckThatBeginsToFailNeverImprovesTheVerdict() {
    qt().forAll(runs(), waiversOfOthers(), drafts())
        .checkAssert(
            (run, waivers, changing) ->
                assertThat(goodness(run, changing.with(Outcome.FAIL), waivers))
                    .isLessThanOrEqualTo(goodness(run, changing, waivers)));
  }

  @Test
  void aPassThatBeginsToFailNeverImprovesTheVerdictWhateverIsWaived() {
    qt().forAll(runs(), waivers(), drafts())
        .checkAssert(
            (run, waivers, changing) ->
                assertThat(goodness(run, changing.with(Outcome.FAIL), waivers))
                    .isLessThanOrEqualTo(goodness(run, changing.with(Outcome.PASS), waivers)));
  }

  @Test
  void lessEvidenceNeverTurnsAVerdictIntoPass() {
    qt().forAll(runs(), waivers(), strictDrafts(), lost())
        .checkAssert(
            (run, waivers, changing, lost) ->
                assertPassOnlyIfBefore(run, waivers, changing, changing.with(lost)));
  }

  @Test
  void aSkippedCheckNeverTurnsAVerdictIntoPassHoweverItIsConfigured() {
    qt().forAll(runs(), waivers(), drafts())
        .checkAssert(
            (run, waivers, changing) ->
                assertPassOnlyIfBefore(run, waivers, changing, changing.with(Outcome.SKIPPED)));
  }

  @Test
  void aStricterRuleForNoDataNeverImprovesTheVerdict() {
    qt().forAll(runs(), waivers(), drafts())
        .checkAssert(
            (run, waivers, changing) -> {
              int lax = goodness(run, changing.with(Then.PASS), waivers);
              int plain = goodness(run, changing.with(Then.INCONCLUSIVE), waivers);
              int strict = goodness(run, changing.with(Then.FAIL), waivers);
              assertThat(List.of(strict, plain, lax)).isSorted();
            });
  }

  @Test
  void orderNeverMatters() {
    qt().forAll(runs(), waivers(), integers().all())
        .checkAssert(
            (run, waivers, seed) -> {
              Judgment one = judge(run, waivers);
              Judgment other =
                  judge(shuffled(results(run), seed), shuffled(waivers, seed), claims(run));
              assertThat(other.verdict()).isEqualTo(one.verdict());
              assertThat(other.confidence().level()).isEqualTo(one.confidence().level());
              assertThat(other.claims()).isEqualTo(one.claims());
              assertThat(new HashSet<>(other.waivers())).isEqualTo(new HashSet<>(one.waivers()));
              assertThat(new HashSet<>(other.remarks())).isEqualTo(new HashSet<>(one.remarks()));
            });
  }

  @Test
  void anEmptyRunIsNeverPass() {
    qt().forAll(waivers())
        .checkAssert(
            waivers ->
                assertThat(judge(List.of(), waivers).verdict()).isEqualTo(Verdict.INCONCLUSIVE));
  }

  @Test
  void aPassNeedsABlockingPass() {
    qt().forAll(runs(), waivers())
        .checkAssert(
            (run, waivers) -> {
              boolean passed = judge(run, waivers).verdict() == Verdict.PASS;
              assertThat(!passed || run.stream().anyMatch(LawsTest::blockingPass)).isTrue();
            });
  }

  @Test
  void waiversWithPastDatesNeverChangeTheVerdict() {
    qt().forAll(runs(), waivers(), lists().of(waivers(-400, -1)).ofSizeBetween(1, 3))
        .checkAssert(
            (run, waivers, past) -> {
              Judgment with = judge(run, Stream.concat(waivers.stream(), past.stream()).toList());
              Judgment without = judge(run, waivers);
              assertThat(with.verdict()).isEqualTo(without.verdict());
              assertThat(with.because()).isEqualTo(without.because());
              assertThat(with.confidence()).isEqualTo(without.confidence());
            });
  }

  @Test
  void anAdvisoryCheckNeverChangesTheVerdict() {
    qt().forAll(runs(), waivers(), drafts())
        .checkAssert(
            (run, waivers, more) ->
                assertThat(goodness(run, more.with(Severity.ADVISORY), waivers))
                    .isEqualTo(goodness(judge(run, waivers))));
  }

  @Test
  void confidenceIsNeverHighWithABlockingCheckUnsettled() {
    qt().forAll(runs(), waivers(), drafts(), lost())
        .checkAssert(
            (run, waivers, changing, lost) ->
                assertThat(
                        judge(run, changing.with(lost).with(Severity.BLOCKING), waivers)
                            .confidence()
                            .level())
                    .isNotEqualTo(Level.HIGH));
  }

  private static void assertPassOnlyIfBefore(
      List<Draft> run, List<Waiver> waivers, Draft before, Draft after) {
    boolean passedBefore = judge(run, before, waivers).verdict() == Verdict.PASS;
    boolean passesAfter = judge(run, after, waivers).verdict() == Verdict.PASS;
    assertThat(passesAfter && !passedBefore).isFalse();
  }

  private static boolean blockingPass(Draft draft) {
    return draft.severity() == Severity.BLOCKING && draft.outcome() == Outcome.PASS;
  }

  private static int goodness(List<Draft> run, Draft changing, List<Waiver> waivers) {
    return goodness(judge(run, changing, waivers));
  }

  private static int goodness(Judgment judgment) {
    return switch (judgment.verdict()) {
      case FAIL -> 0;
      case INCONCLUSIVE -> 1;
      case PASS -> 2;
    };
  }

  private static Judgment judge(List<Draft> run, Draft changing, List<Waiver> waivers) {
    List<CheckResult> checks = new ArrayList<>(results(run));
    checks.add(changing.as(CHANGING));
    return judge(checks, waivers, claims(run));
  }

  private static Judgment judge(List<Draft> run, List<Waiver> waivers) {
    return judge(results(run), waivers, claims(run));
  }

  private static Judgment judge(
      List<CheckResult> checks, List<Waiver> waivers, List<Claim> claims) {
    return Cases.judge(checks, claims, waivers, Optional.of(Identities.byDigest()), TODAY);
  }
}
