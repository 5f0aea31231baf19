package dev.stageproof.judge;

import static dev.stageproof.judge.Checks.blocking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Remark;
import dev.stageproof.model.Remark.Kind;
import dev.stageproof.model.Waiver;
import dev.stageproof.model.WaiverResult;
import dev.stageproof.model.WaiverResult.Use;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaiversTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 9, 15);

  @Test
  void usedUpToAndOnItsLastDay() {
    waiver(
        Use.USED,
        TODAY,
        "Waiver startup-401 covers the failure of health (503, expected 200) until 2025-09-15:"
            + " tokens come late (owner team-platform, OPS-12).",
        blocking("health", Outcome.FAIL));
  }

  @Test
  void usedForAnAdvisoryFailureWhichIsThenNotListedTwice() {
    waiver(
        Use.USED,
        TODAY,
        "Waiver startup-401 covers the failure of health (503, expected 200) until 2025-09-15:"
            + " tokens come late (owner team-platform, OPS-12).",
        Checks.advisory("health", Outcome.FAIL));
  }

  @Test
  void unusedWhenTheCheckPassed() {
    waiver(
        Use.UNUSED,
        TODAY,
        "Waiver startup-401 (owner team-platform, until 2025-09-15) was not used: health passed.",
        blocking("health", Outcome.PASS));
  }

  @Test
  void unusedWhenTheCheckIsNotSettled() {
    waiver(
        Use.UNUSED,
        TODAY,
        "Waiver startup-401 (owner team-platform, until 2025-09-15) was not used: health is not"
            + " settled, and a waiver covers failures only.",
        blocking("health", Outcome.INCONCLUSIVE));
  }

  @Test
  void unusedForNoDataThatCountsAsFailure() {
    waiver(
        Use.UNUSED,
        TODAY,
        "Waiver startup-401 (owner team-platform, until 2025-09-15) was not used: health is not"
            + " settled, and a waiver covers failures only.",
        blocking("health", Outcome.INCONCLUSIVE, Checks.failing()));
  }

  @Test
  void unusedWhenTheRunHasNoSuchCheck() {
    waiver(
        Use.UNUSED,
        TODAY,
        "Waiver startup-401 (owner team-platform, until 2025-09-15) was not used: the run has no"
            + " check health.",
        blocking("ready", Outcome.PASS));
  }

  @Test
  void expiredFromTheDayAfterItsLastEvenIfThereWasNothingToCover() {
    String text =
        "Waiver startup-401 expired, its last day was 2025-09-14: it no longer covers health."
            + " Its owner team-platform has to renew or remove it.";

    waiver(Use.EXPIRED, TODAY.minusDays(1), text, blocking("health", Outcome.FAIL));
    waiver(Use.EXPIRED, TODAY.minusDays(1), text, blocking("health", Outcome.PASS));
  }

  @Test
  void twoWaiversOfOneCheckAreBothUsed() {
    Judgment judgment =
        Cases.judge(
            List.of(blocking("health", Outcome.FAIL)),
            List.of(),
            List.of(startup401(TODAY), startup401(TODAY.plusDays(1))),
            Optional.empty(),
            TODAY);

    assertThat(judgment.waivers()).extracting(WaiverResult::use).containsOnly(Use.USED);
  }

  private static void waiver(Use use, LocalDate expires, String remark, CheckResult check) {
    Waiver waiver = startup401(expires);

    Judgment judgment =
        Cases.judge(List.of(check), List.of(), List.of(waiver), Optional.empty(), TODAY);

    assertThat(judgment.waivers()).containsExactly(new WaiverResult(waiver, use));
    assertThat(judgment.remarks())
        .containsExactly(new Remark(Kind.WAIVER, remark, Optional.of("health")));
  }

  private static Waiver startup401(LocalDate expires) {
    return new Waiver(
        "startup-401",
        "health",
        "tokens come late.",
        "team-platform",
        expires,
        Optional.of("OPS-12"));
  }
}
