package dev.stageproof.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Claim;
import dev.stageproof.model.Confidence.Level;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.OnNoData;
import dev.stageproof.model.OnNoData.Then;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Severity;
import dev.stageproof.model.Verdict;
import dev.stageproof.model.Waiver;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/**
 * The laws of the verdict, held against runs of every shape: some checks, and beside them the one
 * that changes.
 */
class LawsTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 9, 15);
  private static final int MOST = 5;
  private static final String CHANGING = "x";

  /** A check before it has an id. */
  private record Draft(Severity severity, Outcome outcome, Then then, int attempts) {

    CheckResult as(String id) {
      OnNoData onNoData = new OnNoData(then, Optional.of("agreed"));
      return Checks.check(id, severity, outcome, onNoData, attempts, Optional.empty());
    }

    Draft with(Outcome other) {
      return new Draft(severity, other, then, attempts);
    }

    Draft with(Then other) {
      return new Draft(severity, outcome, other, attempts);
    }

    Draft with(Severity other) {
      return new Draft(other, outcome, then, attempts);
    }
  }

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

  private static List<CheckResult> results(List<Draft> run) {
    return IntStream.range(0, run.size()).mapToObj(at -> run.get(at).as(id(at))).toList();
  }

  /** One claim about each pair of neighbours, and one about a check that is not there. */
  private static List<Claim> claims(List<Draft> run) {
    return IntStream.range(0, run.size())
        .mapToObj(at -> new Claim("claim " + at, List.of(id(at), id(at + 1))))
        .toList();
  }

  private static <T> List<T> shuffled(List<T> list, int seed) {
    List<T> other = new ArrayList<>(list);
    Collections.shuffle(other, new Random(seed));
    return other;
  }

  /** The check with number {@link #MOST} is the one that changes. */
  private static String id(int number) {
    return number == MOST ? CHANGING : "c" + number;
  }

  private static Gen<List<Draft>> runs() {
    return lists().of(drafts()).ofSizeBetween(0, MOST);
  }

  private static Gen<Draft> drafts() {
    return drafts(Then.INCONCLUSIVE, Then.FAIL, Then.PASS);
  }

  private static Gen<Draft> strictDrafts() {
    return drafts(Then.INCONCLUSIVE, Then.FAIL);
  }

  /** Mostly passing, or hardly any run would pass. */
  private static Gen<Draft> drafts(Then... then) {
    return arbitrary()
        .enumValues(Severity.class)
        .zip(
            arbitrary()
                .pick(
                    Outcome.PASS,
                    Outcome.PASS,
                    Outcome.PASS,
                    Outcome.FAIL,
                    Outcome.INCONCLUSIVE,
                    Outcome.SKIPPED),
            arbitrary().pick(then),
            integers().between(1, 2),
            Draft::new);
  }

  private static Gen<Outcome> lost() {
    return arbitrary().pick(Outcome.INCONCLUSIVE, Outcome.SKIPPED);
  }

  private static Gen<List<Waiver>> waivers() {
    return lists().of(waivers(-2, 2)).ofSizeBetween(0, 3);
  }

  private static Gen<List<Waiver>> waiversOfOthers() {
    return waivers()
        .map(all -> all.stream().filter(waiver -> !waiver.check().equals(CHANGING)).toList());
  }

  private static Gen<Waiver> waivers(int firstDay, int lastDay) {
    return integers().between(0, MOST).zip(integers().between(firstDay, lastDay), LawsTest::waiver);
  }

  private static Waiver waiver(int number, int days) {
    String id = "w" + number + "/" + days;
    LocalDate expires = TODAY.plusDays(days);
    return new Waiver(id, id(number), "known", "team-platform", expires, Optional.empty());
  }
}
