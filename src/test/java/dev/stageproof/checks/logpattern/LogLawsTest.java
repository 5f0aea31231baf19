package dev.stageproof.checks.logpattern;

import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.booleans;
import static org.quicktheories.generators.SourceDSL.integers;

import dev.stageproof.checks.logpattern.LogPatternSettings.Presence;
import dev.stageproof.checks.logs.ExposureSettings;
import dev.stageproof.checks.logs.ReadSettings;
import dev.stageproof.checks.logs.Runs;
import dev.stageproof.checks.logs.SampleLog;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.spi.CheckContext;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** What more hits and less evidence can do to the answer about an absence. */
class LogLawsTest {

  /** What was read, and under which settings. */
  private record Case(int hits, int entries, int requests, boolean cut, Watermark watermark) {
    SampleLog log(int moreHits) {
      SampleLog log =
          SampleLog.of(entries, requests)
              .hits(absent(Runs.LIVE).matcher(), hits + moreHits)
              .watermark(watermark);
      return cut ? log.cutShort() : log;
    }

    Outcome outcome(int moreHits) {
      return outcomeOf(Runs.LIVE, Runs.usual(), log(moreHits));
    }
  }

  private static Gen<Case> cases() {
    Gen<Integer> few = integers().between(0, 3);
    return few.zip(
            integers().between(0, 200),
            integers().between(0, 40),
            (hits, entries, requests) -> new Case(hits, entries, requests, false, SampleLog.PASSED))
        .zip(
            booleans().all(),
            arbitrary().pick(SampleLog.PASSED, SampleLog.BEHIND),
            (some, cut, mark) -> new Case(some.hits(), some.entries(), some.requests(), cut, mark));
  }

  /** FAIL is worse than INCONCLUSIVE, which is worse than PASS: the enum's order but for FAIL. */
  private static int badness(Outcome outcome) {
    return outcome == Outcome.FAIL ? 2 : outcome == Outcome.PASS ? 0 : 1;
  }

  @Test
  void moreHitsNeverImproveAnAbsence() {
    qt().forAll(cases(), integers().between(1, 5))
        .check((some, more) -> badness(some.outcome(more)) >= badness(some.outcome(0)));
  }

  @Test
  void fewerEntriesNeverTurnIntoAPass() {
    qt().forAll(cases(), integers().between(0, 200))
        .check(
            (some, fewer) ->
                neverBecomesPass(some, Math.max(0, some.entries() - fewer), some.requests()));
  }

  @Test
  void fewerRequestsNeverTurnIntoAPass() {
    qt().forAll(cases(), integers().between(0, 40))
        .check(
            (some, fewer) ->
                neverBecomesPass(some, some.entries(), Math.max(0, some.requests() - fewer)));
  }

  private static boolean neverBecomesPass(Case some, int entries, int requests) {
    Case less = new Case(some.hits(), entries, requests, some.cut(), some.watermark());
    return some.outcome(0) == Outcome.PASS || less.outcome(0) != Outcome.PASS;
  }

  @Test
  void aCutReadOrAMissingProofNeverPasses() {
    qt().forAll(cases())
        .check(
            some ->
                outcomeOf(Runs.LIVE, Runs.usual(), some.log(0).cutShort()) != Outcome.PASS
                    && outcomeOf(Runs.LIVE, Runs.usual(), some.log(0).watermark(SampleLog.BEHIND))
                        != Outcome.PASS
                    && outcomeOf(Runs.UNPROVEN, Runs.usual(), some.log(0)) != Outcome.PASS);
  }

  @Test
  void aWindowFromBeforeTheRevisionNeverPasses() {
    CheckContext later = Runs.known(SampleLog.START.plusSeconds(1), true);

    qt().forAll(cases()).check(some -> outcomeOf(Runs.LIVE, later, some.log(0)) != Outcome.PASS);
  }

  private static LogPatternSettings absent(ReadSettings read) {
    return new LogPatternSettings(
        Optional.of("needle"),
        Optional.empty(),
        Optional.of(Presence.ABSENT),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        new ExposureSettings(100, 20),
        Optional.empty(),
        read);
  }

  private static Outcome outcomeOf(ReadSettings read, CheckContext context, SampleLog log) {
    return new LogPatternCheck().evaluate(absent(read), context, Runs.seen(log)).outcome();
  }
}
