package dev.stageproof.judge;

import static dev.stageproof.judge.Checks.advisory;
import static dev.stageproof.judge.Checks.blocking;
import static dev.stageproof.judge.Identities.OTHER;
import static dev.stageproof.judge.Identities.REVISION;
import static dev.stageproof.judge.Identities.share;
import static dev.stageproof.judge.Scene.notReady;
import static dev.stageproof.judge.Scene.traffic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Change;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.TargetMovement;
import dev.stageproof.model.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CapsTest {
  private static final Scene HEALTHY = Scene.of(blocking("health", Outcome.PASS));
  private static final String PASSED = " The only blocking check, health, passed.";
  private static final String NOT_SERVING =
      "Users are served by "
          + OTHER
          + " (100 %), not by the revision under test, "
          + REVISION
          + ".";

  @Test
  void aRevisionThatServesNobodyIsNoPass() {
    capped(HEALTHY.with(Identities.withTraffic(0)), NOT_SERVING);
    passes(HEALTHY.with(Identities.withTraffic(1)));
    passes(HEALTHY.with(Identities.withTraffic(100)));
  }

  @Test
  void allWhoServeInsteadAreNamedTheLargestShareFirst() {
    Identity split =
        Identities.withTraffic(
            true, List.of(share("a", 30), share("c", 0), share("b", 40), share("a", 30)));

    capped(
        HEALTHY.with(split),
        "Users are served by a (60 %), b (40 %), not by the revision under test, "
            + REVISION
            + ".");
  }

  @Test
  void sharesThatAreNotReportedAreNotTakenForGranted() {
    capped(
        HEALTHY.with(Identities.withTraffic(true, List.of())),
        "Users are served by no revision that the platform names, not by the revision under test, "
            + REVISION
            + ".");
  }

  @Test
  void aRevisionThatIsNotMeantToServeYetNeedsNoTraffic() {
    passes(HEALTHY.with(Identities.early(0)));
  }

  @Test
  void aFailureAndAGapKeepTheirReason() {
    Identity unserved = Identities.withTraffic(0);
    because(
        Scene.of(blocking("health", Outcome.FAIL)).with(unserved),
        Verdict.FAIL,
        "Blocking check health failed: 503, expected 200.");
    because(
        Scene.of(blocking("health", Outcome.INCONCLUSIVE)).with(unserved),
        Verdict.INCONCLUSIVE,
        "Blocking check health is not settled: not seen: refused.");
    because(
        Scene.of(advisory("health", Outcome.PASS)).with(unserved),
        Verdict.INCONCLUSIVE,
        "There was no blocking check, so nothing was proven.");
  }

  @Test
  void trafficThatIsLostDuringTheRunIsNoPass() {
    capped(
        HEALTHY.moved(traffic(REVISION, 100, 0)),
        "The traffic share of the revision under test, "
            + REVISION
            + ", fell from 100 % to 0 % while the run was under way, so users are no longer served"
            + " by it.");
    passes(HEALTHY.moved(traffic(REVISION, 100, 50)));
    passes(HEALTHY.moved(traffic(OTHER, 100, 0)));
    passes(HEALTHY.with(Identities.early(10)).moved(traffic(REVISION, 10, 0)));
  }

  @Test
  void trafficThatComesDuringTheRunIsTooLateForIt() {
    capped(
        HEALTHY.with(Identities.withTraffic(0)).moved(traffic(REVISION, 0, 100)),
        "When the run began, users were served by "
            + OTHER
            + " (100 %), not by the revision under test, "
            + REVISION
            + "; its share rose to 100 % while the run was under way.");
  }

  @Test
  void aRevisionThatIsNotReadyIsNoPass() {
    capped(
        HEALTHY.with(Scene.configuration(false)),
        "The platform does not call the revision under test, " + REVISION + ", ready.");
    capped(
        HEALTHY.moved(notReady(REVISION)),
        "The revision under test, "
            + REVISION
            + ", stopped being ready while the run was under way.");
    passes(HEALTHY.moved(notReady(OTHER)));
  }

  @Test
  void anyOtherMovementLeavesThePass() {
    Change created =
        new Change("latest created revision", Optional.of(REVISION), Optional.of("next"));

    passes(HEALTHY.moved(created));
  }

  @Test
  void aTargetThatIsNamedAndNotSeenIsNoPass() {
    capped(
        HEALTHY.without(Gap.of(GapReason.NO_PERMISSION, "run.services.get is denied", "grant it")),
        "It is not known what was under test: run.services.get is denied.");
    passes(HEALTHY.without(Gap.of(GapReason.UNKNOWN_TARGET, "no target is named", "name one")));
  }

  @Test
  void aTargetThatIsNotSeenAgainIsNoPass() {
    capped(
        HEALTHY.moved(TargetMovement.unseen("no answer came within 20 s.")),
        "The target could not be seen again at the end of the run (no answer came within 20 s), so"
            + " it is not known whether it held still.");
  }

  @Test
  void allThatCapsIsSaid() {
    capped(
        HEALTHY.with(Identities.withTraffic(0)).with(Scene.configuration(false)),
        NOT_SERVING
            + " The platform does not call the revision under test, "
            + REVISION
            + ", ready.");
  }

  private static void passes(Scene scene) {
    because(scene, Verdict.PASS, PASSED.strip());
  }

  private static void capped(Scene scene, String reason) {
    because(scene, Verdict.INCONCLUSIVE, reason + PASSED);
  }

  private static void because(Scene scene, Verdict verdict, String because) {
    Judgment judgment = scene.judged();

    assertThat(judgment.because()).isEqualTo(because);
    assertThat(judgment.verdict()).isEqualTo(verdict);
  }
}
