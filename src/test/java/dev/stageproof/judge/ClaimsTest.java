package dev.stageproof.judge;

import static dev.stageproof.judge.Checks.blocking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Claim;
import dev.stageproof.model.ClaimResult;
import dev.stageproof.model.ClaimResult.Answer;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Waiver;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClaimsTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 9, 15);
  private static final List<CheckResult> RUN =
      List.of(
          blocking("a", Outcome.PASS),
          blocking("b", Outcome.PASS),
          blocking("c", Outcome.FAIL),
          blocking("d", Outcome.INCONCLUSIVE, Checks.letThrough("quiet at night")),
          blocking("e", Outcome.SKIPPED));

  @Test
  void verifiedWhenEveryBoundCheckPassed() {
    answer(Answer.VERIFIED, "200", "a");
    answer(Answer.VERIFIED, "a: 200; b: 200", "a", "b");
  }

  @Test
  void refutedWhenOneFailedWhateverTheOthersSay() {
    answer(Answer.REFUTED, "503, expected 200", "a", "c", "d", "unknown");
  }

  @Test
  void notVerifiedWhenOneIsInconclusiveEvenIfTheVerdictLetsItThrough() {
    answer(Answer.NOT_VERIFIED, "not seen: refused", "a", "d");
  }

  @Test
  void notVerifiedWhenOneWasSkipped() {
    answer(Answer.NOT_VERIFIED, "d: not seen: refused; e: not selected", "d", "e");
  }

  @Test
  void notVerifiedWhenACheckIsNotPartOfTheRun() {
    answer(Answer.NOT_VERIFIED, "not part of this run", "a", "unknown");
  }

  @Test
  void notVerifiedWhenNothingIsBound() {
    answer(Answer.NOT_VERIFIED, "no check is bound to this sentence");
  }

  @Test
  void aCheckBoundTwiceCountsOnce() {
    answer(Answer.VERIFIED, "200", "a", "a");
  }

  @Test
  void longReasonsAreCut() {
    answer(
        Answer.NOT_VERIFIED,
        "v: not part of this run; w: not part of this run; x: not part of this run; and 2 more",
        "v",
        "w",
        "x",
        "y",
        "z");
  }

  @Test
  void aWaiverMakesNoSentenceTrue() {
    Waiver waiver = new Waiver("w", "c", "known", "team-platform", TODAY, Optional.empty());
    Claim claim = new Claim("It works.", List.of("c"));

    assertThat(Cases.judge(RUN, List.of(claim), List.of(waiver), Optional.empty(), TODAY).claims())
        .extracting(ClaimResult::answer)
        .containsExactly(Answer.REFUTED);
  }

  private static void answer(Answer answer, String because, String... checks) {
    Claim claim = new Claim("It works.", List.of(checks));

    assertThat(Cases.judge(RUN, List.of(claim), List.of(), Optional.empty(), TODAY).claims())
        .containsExactly(new ClaimResult(claim, answer, because));
  }
}
