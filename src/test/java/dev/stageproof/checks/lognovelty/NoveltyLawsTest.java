package dev.stageproof.checks.lognovelty;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;

import dev.stageproof.checks.logs.ExposureSettings;
import dev.stageproof.checks.logs.Runs;
import dev.stageproof.checks.logs.SampleLog;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.LogReadObservation.Signature;
import dev.stageproof.observe.LogSeverity;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** What more signatures and less of a baseline can do to the answer about novelty. */
class NoveltyLawsTest {
  private static final LogNoveltySettings NONE =
      new LogNoveltySettings(
          LogSeverity.ERROR, 1, 1, List.of(), new ExposureSettings(100, 0), Runs.BEFORE, Runs.LIVE);

  /** How many signatures either log has, and whether it was read whole. */
  private record Case(int after, int before, boolean afterCut, boolean beforeCut) {
    Outcome outcome() {
      return new LogNoveltyCheck()
          .evaluate(NONE, Runs.usual(), Runs.seen(log(after, afterCut), log(before, beforeCut)))
          .outcome();
    }
  }

  private static SampleLog log(int signatures, boolean cut) {
    SampleLog log =
        SampleLog.complete()
            .signatures(
                IntStream.range(0, signatures)
                    .mapToObj(NoveltyLawsTest::signature)
                    .toArray(Signature[]::new));
    return cut ? log.cutShort() : log;
  }

  private static Signature signature(int number) {
    String text = "error " + number;
    return new Signature(text, LogSeverity.ERROR, 1, SampleLog.START, SampleLog.line(text));
  }

  private static Gen<Case> cases() {
    return integers()
        .between(0, 6)
        .zip(integers().between(0, 6), booleans().all(), booleans().all(), Case::new);
  }

  private static boolean neverBecomesPass(Case some, Case other) {
    return some.outcome() == Outcome.PASS || other.outcome() != Outcome.PASS;
  }

  @Test
  void moreSignaturesNeverTurnIntoAPass() {
    qt().forAll(cases(), integers().between(1, 3))
        .check(
            (some, more) ->
                neverBecomesPass(
                    some,
                    new Case(
                        some.after() + more, some.before(), some.afterCut(), some.beforeCut())));
  }

  @Test
  void lessOfABaselineNeverTurnsIntoAPass() {
    qt().forAll(cases(), integers().between(0, 6))
        .check(
            (some, fewer) ->
                neverBecomesPass(
                    some,
                    new Case(
                        some.after(), Math.max(0, some.before() - fewer), some.afterCut(), true)));
  }

  @Test
  void aReadThatWasCutNeverPasses() {
    qt().forAll(cases())
        .check(
            some ->
                new Case(some.after(), some.before(), true, some.beforeCut()).outcome()
                    != Outcome.PASS);
  }
}
