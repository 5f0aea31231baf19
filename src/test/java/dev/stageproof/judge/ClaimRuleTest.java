package dev.stageproof.judge;

import static dev.stageproof.judge.Checks.advisory;
import static dev.stageproof.judge.Checks.blocking;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Outcome;
import dev.stageproof.model.Remark;
import dev.stageproof.model.Remark.Kind;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimRuleTest {
  private static final Scene OPEN =
      Scene.of(blocking("ready", Outcome.PASS), blocking("logs", Outcome.INCONCLUSIVE));

  @Test
  void aResultThatIsAnnouncedWhileACheckOfItIsNotSettled() {
    assertThat(OPEN.claiming("All tests passed.", "ready", "logs").contradictions())
        .containsExactly(
            new Remark(
                Kind.CONTRADICTION,
                "A claim announces a result, and logs is not settled: “All tests passed”.",
                Optional.of("logs"),
                Optional.of("Settle logs, or say in the claim only what is seen.")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5/5 PASS",
        "SSOT imports verified",
        "Deployment successful",
        "READY FOR PRODUCTION",
        "Isolation is confirmed.",
      })
  void wordsThatAnnounce(String text) {
    assertThat(OPEN.claiming(text, "logs").contradictions()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The duplication warnings are gone.",
        "Users without a password are turned away.",
        "The bypass is closed.",
      })
  void aSentenceAboutTheServiceAnnouncesNothing(String text) {
    assertThat(OPEN.claiming(text, "logs").contradictions()).isEmpty();
  }

  @Test
  void whatIsVerifiedOrRefutedMayAnnounce() {
    assertThat(OPEN.claiming("All tests passed.", "ready").contradictions()).isEmpty();
    assertThat(
            Scene.of(Checks.inLogs("logs", Outcome.FAIL))
                .claiming("All tests passed.", "logs")
                .contradictions())
        .isEmpty();
  }

  @Test
  void aPassBesideAClaimThatDoesNotHold() {
    Scene run =
        Scene.of(
            blocking("ready", Outcome.PASS),
            advisory("logs", Outcome.INCONCLUSIVE),
            Checks.advisoryInLogs("errors", Outcome.FAIL));

    assertThat(run.claiming("The warnings are gone.", "logs").contradictions())
        .containsExactly(passedOver("not verified", "The warnings are gone"));
    assertThat(run.claiming("No errors.", "errors").contradictions())
        .containsExactly(passedOver("refuted", "No errors"));
    assertThat(run.claiming("It is ready.", "ready").contradictions()).isEmpty();
  }

  @Test
  void aPassBesideAClaimWhoseCheckWasLeftOutIsNone() {
    Scene run = Scene.of(blocking("ready", Outcome.PASS), advisory("imports", Outcome.SKIPPED));

    assertThat(run.claiming("The imports work.", "imports").contradictions()).isEmpty();
    assertThat(run.claiming("The imports work.", "unknown").contradictions()).isEmpty();
  }

  private static Remark passedOver(String answer, String claim) {
    return new Remark(
        Kind.CONTRADICTION,
        "The verdict is PASS while a claim is " + answer + ": “" + claim + "”.",
        Optional.empty(),
        Optional.of("Make the checks of “" + claim + "” blocking, or take the claim back."));
  }
}
