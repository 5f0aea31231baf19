package dev.stageproof.offline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Remark;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** The laws of merging, held against shards with every mixture of answers. */
class MergingTest {
  private static final int CHECKS = 3;
  private static final int MOST = 3;

  private static Gen<List<List<Outcome>>> answers() {
    return lists()
        .of(lists().of(arbitrary().enumValues(Outcome.class)).ofSize(CHECKS))
        .ofSizeBetween(1, MOST);
  }

  private static Gen<Integer> seeds() {
    return integers().between(0, 60);
  }

  private static List<RunRecord> runs(int seed, List<List<Outcome>> answers) {
    ShardRuns shards = new ShardRuns(seed);
    return IntStream.range(0, answers.size())
        .mapToObj(run -> shards.run(run, answers.get(run)))
        .toList();
  }

  private static RunRecord merged(List<RunRecord> runs) {
    try {
      return Merging.of(runs);
    } catch (UnmergeableException e) {
      throw new AssertionError(e);
    }
  }

  private static int goodness(Verdict verdict) {
    return switch (verdict) {
      case FAIL -> 0;
      case INCONCLUSIVE -> 1;
      case PASS -> 2;
    };
  }

  @Test
  void theOrderOfTheShardsChangesNothing() {
    qt().forAll(seeds(), answers(), integers().all())
        .checkAssert(
            (seed, answers, order) -> {
              List<RunRecord> runs = runs(seed, answers);
              List<RunRecord> shuffled = new ArrayList<>(runs);
              Collections.shuffle(shuffled, new Random(order));
              assertThat(merged(shuffled)).isEqualTo(merged(runs));
            });
  }

  @Test
  void aRunBesideItselfHasTheSameVerdict() {
    qt().forAll(seeds(), answers())
        .checkAssert(
            (seed, answers) -> {
              RunRecord run = runs(seed, answers).get(0);
              RunRecord twice = merged(List.of(run, run));
              assertThat(twice.judgment()).isEqualTo(run.judgment());
              assertThat(twice.checks()).isEqualTo(run.checks());
              assertThat(twice.evidence()).isEqualTo(run.evidence());
            });
  }

  @Test
  void aMergedRecordMayBeMergedAgain() {
    qt().forAll(seeds(), answers())
        .checkAssert(
            (seed, answers) -> {
              List<RunRecord> runs = runs(seed, answers);
              RunRecord all = merged(runs);
              List<RunRecord> more = new ArrayList<>(runs);
              more.add(all);
              RunRecord again = merged(more);
              assertThat(again.judgment().verdict()).isEqualTo(all.judgment().verdict());
              assertThat(again.merged().orElseThrow().shards()).hasSize(runs.size());
              assertThat(again.evidence()).hasSameSizeAs(all.evidence());
            });
  }

  @Test
  void theVerdictIsNeverBetterThanAnyChoiceAmongTheAnswers() {
    qt().forAll(seeds(), answers())
        .checkAssert(
            (seed, answers) -> {
              int worst =
                  choices(answers).stream()
                      .map(choice -> new ShardRuns(seed).run(MOST, choice).judgment().verdict())
                      .mapToInt(MergingTest::goodness)
                      .min()
                      .orElseThrow();
              Verdict verdict = merged(runs(seed, answers)).judgment().verdict();
              assertThat(goodness(verdict)).isLessThanOrEqualTo(worst);
            });
  }

  /** Each way to take one answer to each check, from the runs that have one. */
  private static List<List<Outcome>> choices(List<List<Outcome>> answers) {
    List<List<Outcome>> choices = List.of(List.of());
    for (int check = 0; check < CHECKS; check++) {
      Set<Outcome> given = new HashSet<>();
      for (List<Outcome> run : answers) {
        given.add(run.get(check));
      }
      if (given.size() > 1) {
        given.remove(Outcome.SKIPPED);
      }
      List<List<Outcome>> longer = new ArrayList<>();
      for (List<Outcome> choice : choices) {
        for (Outcome outcome : given) {
          List<Outcome> more = new ArrayList<>(choice);
          more.add(outcome);
          longer.add(more);
        }
      }
      choices = longer;
    }
    return choices;
  }

  @Test
  void evidenceIsNumberedAnewAndStaysWithItsCheck() {
    qt().forAll(seeds(), answers())
        .checkAssert(
            (seed, answers) -> {
              RunRecord merged = merged(runs(seed, answers));
              List<String> ids = merged.evidence().stream().map(Evidence::id).toList();
              assertThat(ids)
                  .isEqualTo(IntStream.rangeClosed(1, ids.size()).mapToObj(n -> "e" + n).toList());
              merged.checks().forEach(check -> assertItsOwn(check, merged));
            });
  }

  private static void assertItsOwn(CheckResult check, RunRecord merged) {
    for (Attempt attempt : check.attempts()) {
      String id = attempt.evidence().get(0);
      Evidence seen =
          merged.evidence().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
      assertThat(attempt.evaluation().headline()).endsWith(" of run " + seen.data().get("run"));
      assertThat(check.id()).isEqualTo("c" + seen.data().get("check"));
    }
  }

  @Test
  void aCheckThatWasRunGoesBeforeOneThatWasNot() {
    RunRecord merged =
        merged(
            runs(
                1,
                List.of(
                    List.of(Outcome.PASS, Outcome.SKIPPED, Outcome.SKIPPED),
                    List.of(Outcome.SKIPPED, Outcome.PASS, Outcome.SKIPPED))));

    assertThat(merged.checks())
        .extracting(CheckResult::outcome)
        .containsExactly(Outcome.PASS, Outcome.PASS, Outcome.SKIPPED);
    assertThat(merged.merged().orElseThrow().shards())
        .extracting(shard -> shard.reportId() + shard.checks())
        .containsExactly("run-0[c0, c2]", "run-1[c1]");
  }

  @Test
  void twoAnswersToOneCheckAreBothKeptAndTold() {
    RunRecord merged =
        merged(
            runs(
                1,
                List.of(
                    List.of(Outcome.FAIL, Outcome.PASS, Outcome.PASS),
                    List.of(Outcome.PASS, Outcome.PASS, Outcome.PASS))));

    CheckResult first = merged.checks().get(0);
    assertThat(first.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(first.attempts())
        .extracting(attempt -> attempt.evaluation().headline())
        .containsExactly("PASS of run 1", "FAIL of run 0");
    assertThat(merged.checks().get(1).flaky()).isFalse();
    assertThat(merged.judgment().remarks())
        .filteredOn(remark -> remark.kind() == Remark.Kind.CONTRADICTION)
        .extracting(Remark::text)
        .containsExactly(
            "Check c0 came out otherwise in different shards, PASS and FAIL; FAIL counts.");
  }

  @Test
  void runsOfAnotherConfigurationAreRefusedWithAllReasons() {
    RunRecord one = new ShardRuns(1).run(0, List.of(Outcome.PASS, Outcome.PASS));
    RunRecord two = new ShardRuns(2).run(1, List.of(Outcome.PASS));

    assertThatThrownBy(() -> Merging.of(List.of(one, two)))
        .isInstanceOf(UnmergeableException.class)
        .hasMessage(
            "the checks of run-0 (2025-09-15T08:47:00Z) and run-1 (2025-09-15T08:47:01Z) differ:"
                + " shards are runs of one configuration, with --only, --skip or --tag");
  }
}
