package dev.stageproof.judge;

import static dev.stageproof.judge.Checks.advisory;
import static dev.stageproof.judge.Checks.blocking;
import static dev.stageproof.judge.Checks.failing;
import static dev.stageproof.judge.Checks.letThrough;
import static dev.stageproof.model.Outcome.FAIL;
import static dev.stageproof.model.Outcome.INCONCLUSIVE;
import static dev.stageproof.model.Outcome.PASS;
import static dev.stageproof.model.Outcome.SKIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.Verdict;
import dev.stageproof.model.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerdictTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 9, 15);
  private static final Waiver FOR_HEALTH = waiver(TODAY);

  @Test
  void aFailedBlockingCheckFails() {
    verdict(
        Verdict.FAIL,
        "Blocking check health failed: 503, expected 200.",
        blocking("ready", PASS),
        blocking("health", FAIL));
  }

  @Test
  void severalFailuresAreNamedUpToThree() {
    verdict(
        Verdict.FAIL,
        "4 blocking checks failed: a, b, c and 1 more (503, expected 200).",
        blocking("a", FAIL),
        blocking("b", FAIL),
        blocking("c", FAIL),
        blocking("d", FAIL));
  }

  @Test
  void failureGoesBeforeWantOfData() {
    verdict(
        Verdict.FAIL,
        "Blocking check b failed: 503, expected 200.",
        blocking("a", INCONCLUSIVE),
        blocking("b", FAIL));
  }

  @Test
  void noDataCountsAsFailureWhereConfigured() {
    verdict(
        Verdict.FAIL,
        "Blocking check logs failed: not seen: refused; no data counts as a failure.",
        blocking("ready", PASS),
        blocking("logs", INCONCLUSIVE, failing()));
  }

  @Test
  void anUnsettledBlockingCheckIsInconclusive() {
    verdict(
        Verdict.INCONCLUSIVE,
        "Blocking check logs is not settled: not seen: refused.",
        blocking("ready", PASS),
        blocking("logs", INCONCLUSIVE));
  }

  @Test
  void aSkippedBlockingCheckIsInconclusive() {
    verdict(
        Verdict.INCONCLUSIVE,
        "2 blocking checks are not settled: a (not selected) and b (not seen: refused).",
        blocking("ready", PASS),
        blocking("a", SKIPPED),
        blocking("b", INCONCLUSIVE));
  }

  @Test
  void checksWithTheSameFindingShareItsWords() {
    verdict(
        Verdict.INCONCLUSIVE,
        "4 blocking checks are not settled: a, c and d (not selected) and b (not seen: refused).",
        blocking("a", SKIPPED),
        blocking("b", INCONCLUSIVE),
        blocking("c", SKIPPED),
        blocking("d", SKIPPED));
  }

  @Test
  void aSkippedCheckIsNeverLetThrough() {
    verdict(
        Verdict.INCONCLUSIVE,
        "Blocking check logs is not settled: not selected.",
        blocking("ready", PASS),
        blocking("logs", SKIPPED, letThrough("quiet at night")));
  }

  @Test
  void noDataIsLetThroughWhereConfiguredAndIsNoPass() {
    CheckResult quiet = blocking("logs", INCONCLUSIVE, letThrough("quiet at night"));

    verdict(
        Verdict.PASS,
        "1 of 2 blocking checks passed: ready; let through without data: logs.",
        blocking("ready", PASS),
        quiet);
    verdict(
        Verdict.INCONCLUSIVE, "No blocking check passed; let through without data: logs.", quiet);
  }

  @Test
  void aWaiverInDateCoversButIsNoPass() {
    CheckResult health = blocking("health", FAIL);

    verdict(
        Verdict.PASS,
        "1 of 2 blocking checks passed: ready; failed but waived: health.",
        List.of(FOR_HEALTH),
        blocking("ready", PASS),
        health);
    verdict(
        Verdict.INCONCLUSIVE,
        "No blocking check passed; failed but waived: health.",
        List.of(FOR_HEALTH),
        health);
  }

  @Test
  void aWaiverDoesNotCoverNoDataThatCountsAsFailure() {
    verdict(
        Verdict.FAIL,
        "Blocking check health failed: not seen: refused; no data counts as a failure.",
        List.of(FOR_HEALTH),
        blocking("ready", PASS),
        blocking("health", INCONCLUSIVE, failing()));
  }

  @Test
  void aWaiverDoesNotCoverWantOfData() {
    verdict(
        Verdict.INCONCLUSIVE,
        "Blocking check health is not settled: not seen: refused.",
        List.of(FOR_HEALTH),
        blocking("ready", PASS),
        blocking("health", INCONCLUSIVE));
  }

  @Test
  void anExpiredWaiverDoesNotCover() {
    verdict(
        Verdict.FAIL,
        "Blocking check health failed: 503, expected 200.",
        List.of(waiver(TODAY.minusDays(1))),
        blocking("ready", PASS),
        blocking("health", FAIL));
  }

  @Test
  void everyBlockingCheckPassing() {
    verdict(Verdict.PASS, "The only blocking check, a, passed.", blocking("a", PASS));
    verdict(
        Verdict.PASS,
        "All 2 blocking checks passed: a and b.",
        blocking("a", PASS),
        blocking("b", PASS),
        advisory("c", FAIL));
    verdict(
        Verdict.PASS,
        "All 5 blocking checks passed: a, b, c and 2 more.",
        blocking("a", PASS),
        blocking("b", PASS),
        blocking("c", PASS),
        blocking("d", PASS),
        blocking("e", PASS));
  }

  @Test
  void nothingIsNoPass() {
    verdict(Verdict.INCONCLUSIVE, "There was no check, so nothing was proven.");
    verdict(
        Verdict.INCONCLUSIVE,
        "There was no blocking check, so nothing was proven.",
        advisory("a", PASS));
  }

  private static void verdict(Verdict verdict, String because, CheckResult... checks) {
    verdict(verdict, because, List.of(), checks);
  }

  private static void verdict(
      Verdict verdict, String because, List<Waiver> waivers, CheckResult... checks) {
    Judgment judgment = Cases.judge(List.of(checks), List.of(), waivers, Optional.empty(), TODAY);

    assertThat(judgment.verdict()).isEqualTo(verdict);
    assertThat(judgment.because()).isEqualTo(because);
  }

  private static Waiver waiver(LocalDate expires) {
    return new Waiver("w", "health", "known", "team-platform", expires, Optional.empty());
  }
}
