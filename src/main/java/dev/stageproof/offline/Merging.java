package dev.stageproof.offline;

import dev.stageproof.judge.Case;
import dev.stageproof.judge.Judge;
import dev.stageproof.model.Baseline;
import dev.stageproof.model.Change;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Merged;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Shard;
import dev.stageproof.model.Window;
import dev.stageproof.offline.Answers.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Puts runs of one configuration, each of some of its checks, together as one record, and judges
 * it. The order of the runs changes nothing; a run beside itself adds nothing; and the verdict is
 * never better than what any choice among the runs' answers would have got.
 */
public final class Merging {
  private final List<RunRecord> runs;
  private final Renumbering evidence = new Renumbering("e");
  private final List<List<CheckResult>> checks;

  private Merging(List<RunRecord> runs) {
    this.runs = runs;
    this.checks = runs.stream().map(run -> evidence.add(run.checks(), run.evidence())).toList();
  }

  /**
   * One record of all.
   *
   * @param runs at least one
   * @throws UnmergeableException when they are not runs of one configuration against one revision
   */
  public static RunRecord of(List<RunRecord> runs) throws UnmergeableException {
    List<RunRecord> sorted =
        runs.stream()
            .distinct()
            .sorted(
                Comparator.comparing(RunRecord::startedAt)
                    .thenComparing(RunRecord::reportId)
                    .thenComparing(RunRecord::toString))
            .toList();
    Agreement.require(sorted);
    RunRecord merged = new Merging(sorted).merged();
    return merged.withJudgment(Judge.judge(Case.of(merged)));
  }

  private RunRecord merged() {
    RunRecord first = runs.get(0);
    List<Answer> answers = answers();
    List<Shard> shards = shards(answers);
    Instant end = shards.stream().map(Shard::end).max(Instant::compareTo).orElseThrow();
    return new RunRecord(
        first.schemaVersion(),
        first.toolVersion(),
        first.reportId(),
        first.startedAt(),
        Duration.between(first.startedAt(), end),
        runs.stream().anyMatch(RunRecord::partial),
        first.subject(),
        first.identity(),
        first.identityGap(),
        window(RunRecord::window),
        first.configuration(),
        movement(),
        baseline(),
        answers.stream().map(Answer::check).toList(),
        evidence.evidence(),
        first.judgment(),
        first.notes(),
        first.report(),
        shards.stream().map(Shard::command).distinct().collect(Collectors.joining("; ")),
        first.serviceUrl(),
        first.directory(),
        Optional.of(new Merged(shards)));
  }

  private List<Answer> answers() {
    Set<String> waived = waived();
    List<Answer> merged = new ArrayList<>();
    for (int check = 0; check < runs.get(0).checks().size(); check++) {
      List<Answer> all = new ArrayList<>();
      for (int run = 0; run < runs.size(); run++) {
        all.add(new Answer(run, checks.get(run).get(check)));
      }
      merged.add(new Answers(all, waived.contains(all.get(0).check().id())).merged());
    }
    return merged;
  }

  /** Checks whose failure a waiver covers, on the last of the days on which the runs were. */
  private Set<String> waived() {
    LocalDate day = runs.stream().map(RunRecord::judgedOn).max(LocalDate::compareTo).orElseThrow();
    return runs.get(0).judgment().waivers().stream()
        .filter(result -> !result.waiver().expires().isBefore(day))
        .map(result -> result.waiver().check())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Every run once, also one that a merged record brings along, with the checks it answers now. */
  private List<Shard> shards(List<Answer> answers) {
    Map<Shard, Set<String>> counting = new LinkedHashMap<>();
    for (int run = 0; run < runs.size(); run++) {
      for (Shard shard : shards(runs.get(run))) {
        Set<String> ids =
            counting.computeIfAbsent(shard.withChecks(List.of()), s -> new HashSet<>());
        answers.stream()
            .filter(among(run))
            .map(answer -> answer.check().id())
            .filter(shard.checks()::contains)
            .forEach(ids::add);
      }
    }
    return counting.entrySet().stream()
        .map(entry -> entry.getKey().withChecks(ordered(entry.getValue())))
        .sorted(Comparator.comparing(Shard::startedAt).thenComparing(Shard::reportId))
        .toList();
  }

  private static Predicate<Answer> among(int run) {
    return answer -> answer.shard() == run;
  }

  private List<String> ordered(Set<String> ids) {
    return runs.get(0).checks().stream().map(CheckResult::id).filter(ids::contains).toList();
  }

  private static List<Shard> shards(RunRecord run) {
    return run.merged()
        .map(Merged::shards)
        .orElseGet(
            () ->
                List.of(
                    new Shard(
                        run.reportId(),
                        run.startedAt(),
                        run.took(),
                        run.window(),
                        run.directory(),
                        run.command(),
                        run.checks().stream().map(CheckResult::id).toList())));
  }

  private Optional<Window> window(Function<RunRecord, Optional<Window>> of) {
    List<Window> windows = runs.stream().flatMap(run -> of.apply(run).stream()).toList();
    BinaryOperator<Window> both =
        (one, two) ->
            new Window(
                one.start().isBefore(two.start()) ? one.start() : two.start(),
                one.end().isAfter(two.end()) ? one.end() : two.end());
    return windows.stream().reduce(both);
  }

  /** What changed during a run, and what was otherwise when a later run began. */
  private List<Change> movement() {
    Optional<String> revision = runs.get(0).identity().map(Identity::revision);
    Stream<Change> during = runs.stream().flatMap(run -> run.movement().stream());
    Stream<Change> between = runs.stream().flatMap(run -> Between.of(runs.get(0), run).stream());
    return Movements.worst(Stream.concat(during, between).toList(), revision);
  }

  private Optional<Baseline> baseline() {
    List<Baseline> all = runs.stream().flatMap(run -> run.baseline().stream()).toList();
    Optional<Baseline> model =
        all.stream()
            .filter(baseline -> baseline.gap().isEmpty())
            .findFirst()
            .or(() -> all.stream().findFirst());
    return model.map(chosen -> baseline(chosen, all));
  }

  private static Baseline baseline(Baseline model, List<Baseline> all) {
    Renumbering kept = new Renumbering("b");
    List<List<CheckResult>> sides =
        all.stream().map(side -> kept.add(side.checks(), side.evidence())).toList();
    List<CheckResult> checks =
        sides.stream()
            .flatMap(List::stream)
            .map(CheckResult::id)
            .distinct()
            .map(id -> there(id, sides))
            .toList();
    List<Evidence> evidence = kept.evidence();
    return new Baseline(
        model.source(),
        model.name(),
        model.identity(),
        model.gap(),
        model.window(),
        model.configuration(),
        checks,
        evidence);
  }

  private static CheckResult there(String id, List<List<CheckResult>> sides) {
    List<Answer> all =
        IntStream.range(0, sides.size())
            .boxed()
            .flatMap(
                side ->
                    sides.get(side).stream()
                        .filter(check -> check.id().equals(id))
                        .map(check -> new Answer(side, check)))
            .toList();
    return new Answers(all, false).merged().check();
  }
}
