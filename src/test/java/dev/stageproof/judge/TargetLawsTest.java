package dev.stageproof.judge;

import static dev.stageproof.judge.Runs.claims;
import static dev.stageproof.judge.Runs.drafts;
import static dev.stageproof.judge.Runs.results;
import static dev.stageproof.judge.Runs.runs;
import static dev.stageproof.judge.Runs.shuffled;
import static dev.stageproof.judge.Runs.waivers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import dev.stageproof.judge.Runs.Draft;
import dev.stageproof.model.Change;
import dev.stageproof.model.Confidence.Level;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Remark;
import dev.stageproof.model.TargetMovement;
import dev.stageproof.model.Verdict;
import dev.stageproof.model.Waiver;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** The laws of the verdict, held against runs of every shape on targets of every kind. */
class TargetLawsTest {

  /** What is under test, put beside the checks of a run. */
  @FunctionalInterface
  private interface Target {
    Scene beside(Scene checks);
  }

  private static final Target NONE_NAMED =
      scene -> scene.without(Gap.of(GapReason.UNKNOWN_TARGET, "none is named", "name one"));
  private static final Target UNSEEN =
      scene -> scene.without(Gap.of(GapReason.NO_PERMISSION, "denied", "grant it"));
  private static final Target UNSEEN_AGAIN = scene -> scene.moved(TargetMovement.unseen("denied"));

  @Test
  void aTargetOnlyEverLowersTheVerdictAndNeverHidesAFailure() {
    qt().forAll(runs(), waivers(), targets())
        .checkAssert(
            (run, waivers, target) -> {
              int alone = goodness(run, waivers, NONE_NAMED);
              int beside = goodness(run, waivers, target);
              assertThat(beside).isLessThanOrEqualTo(alone);
              assertThat(beside == 0).isEqualTo(alone == 0);
            });
  }

  @Test
  void aFurtherFailingCheckNeverImprovesTheVerdict() {
    qt().forAll(runs(), waivers(), drafts(), targets())
        .checkAssert(
            (run, waivers, more, target) ->
                assertThat(goodness(plus(run, more.with(Outcome.FAIL)), waivers, target))
                    .isLessThanOrEqualTo(goodness(run, waivers, target)));
  }

  @Test
  void aTargetThatIsSeenLessWellNeverTurnsAVerdictIntoPass() {
    qt().forAll(runs(), waivers(), targets(), arbitrary().pick(UNSEEN, UNSEEN_AGAIN))
        .checkAssert(
            (run, waivers, target, less) -> {
              boolean before = judge(run, waivers, target).verdict() == Verdict.PASS;
              Target blurred = scene -> less.beside(target.beside(scene));
              boolean after = judge(run, waivers, blurred).verdict() == Verdict.PASS;
              assertThat(after && !before).isFalse();
            });
  }

  @Test
  void lessTrafficNeverImprovesTheVerdict() {
    qt().forAll(runs(), waivers(), integers().between(0, 100), integers().between(0, 100))
        .checkAssert(
            (run, waivers, one, other) ->
                assertThat(goodness(run, waivers, traffic(Math.min(one, other))))
                    .isLessThanOrEqualTo(goodness(run, waivers, traffic(Math.max(one, other)))));
  }

  @Test
  void aRevisionThatIsMeantToServeAndDoesNotIsNeverPass() {
    qt().forAll(runs(), waivers())
        .checkAssert(
            (run, waivers) ->
                assertThat(judge(run, waivers, traffic(0)).verdict()).isNotEqualTo(Verdict.PASS));
  }

  @Test
  void orderNeverMatters() {
    qt().forAll(runs(), waivers(), integers().all(), targets())
        .checkAssert(
            (run, waivers, seed, target) -> {
              Judgment one = judge(run, waivers, target);
              Scene shuffled = Scene.of(shuffled(results(run), seed)).with(claims(run), waivers);
              Judgment other = target.beside(shuffled).judged();
              assertThat(other.verdict()).isEqualTo(one.verdict());
              assertThat(other.confidence().level()).isEqualTo(one.confidence().level());
              assertThat(new HashSet<>(other.remarks())).isEqualTo(new HashSet<>(one.remarks()));
            });
  }

  @Test
  void confidenceIsNeverHighBesideAContradiction() {
    qt().forAll(runs(), waivers(), targets())
        .checkAssert(
            (run, waivers, target) -> {
              Judgment judgment = judge(run, waivers, target);
              boolean contradicted =
                  judgment.remarks().stream()
                      .anyMatch(remark -> remark.kind() == Remark.Kind.CONTRADICTION);
              assertThat(contradicted && judgment.confidence().level() == Level.HIGH).isFalse();
            });
  }

  private static int goodness(List<Draft> run, List<Waiver> waivers, Target target) {
    return switch (judge(run, waivers, target).verdict()) {
      case FAIL -> 0;
      case INCONCLUSIVE -> 1;
      case PASS -> 2;
    };
  }

  private static Judgment judge(List<Draft> run, List<Waiver> waivers, Target target) {
    return target.beside(Scene.of(results(run)).with(claims(run), waivers)).judged();
  }

  private static List<Draft> plus(List<Draft> run, Draft more) {
    return Stream.concat(run.stream(), Stream.of(more)).toList();
  }

  private static Target traffic(int percent) {
    return scene -> scene.with(Identities.withTraffic(percent));
  }

  /** Their share, whether they are meant to serve, are ready, and hold still: mostly as wished. */
  private static Gen<Target> targets() {
    return identities()
        .zip(
            arbitrary().pick(true, true, true, false),
            movements(),
            (identity, ready, movement) ->
                scene ->
                    scene
                        .with(identity)
                        .with(Scene.configuration(ready))
                        .moved(movement.toArray(Change[]::new)));
  }

  private static Gen<Identity> identities() {
    return arbitrary()
        .pick(
            Identities.byDigest(),
            Identities.byDigest(),
            Identities.byTag(),
            Identities.withTraffic(0),
            Identities.withTraffic(30),
            Identities.early(0),
            Identities.early(30));
  }

  private static Gen<List<Change>> movements() {
    return lists()
        .of(
            arbitrary()
                .pick(
                    Scene.traffic(Identities.REVISION, 30, 0),
                    Scene.traffic(Identities.REVISION, 0, 100),
                    Scene.notReady(Identities.REVISION),
                    Scene.notReady(Identities.OTHER)))
        .ofSizeBetween(0, 2);
  }
}
