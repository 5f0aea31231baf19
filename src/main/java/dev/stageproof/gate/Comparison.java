package dev.stageproof.gate;

import dev.stageproof.judge.Case;
import dev.stageproof.judge.Judge;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Finding;
import dev.stageproof.model.Finding.Kind;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Metric;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import dev.stageproof.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The use case of {@code compare}: one stored run beside an earlier one, by the rules by which a
 * run is laid beside its baseline.
 *
 * @param before the earlier run
 * @param now the later run, with the earlier one as its baseline
 */
public record Comparison(RunRecord before, RunRecord now) {

  /** A measured value that is not what it was. */
  public record Moved(String check, String metric, String before, String now) {}

  /** Lays the later run beside the earlier one. */
  public static Comparison of(RunRecord before, RunRecord now) {
    RunRecord beside = now.withBaseline(Baselines.ofRecord(before));
    return new Comparison(before, beside.withJudgment(Judge.judge(Case.of(beside))));
  }

  /** True when a check fails that passed before, or the verdict is worse. */
  public boolean worse() {
    return fresh() > 0 || verdictWorse();
  }

  /** True when the verdict is worse than it was. */
  public boolean verdictWorse() {
    return goodness(now) < goodness(before);
  }

  /** How many checks fail that passed before. */
  public long fresh() {
    return findings().stream().filter(finding -> finding.kind() == Kind.NEW).count();
  }

  /** Each check of the later run beside the same check of the earlier one. */
  public List<Finding> findings() {
    return now.judgment().findings();
  }

  /** Ids of the checks that only the earlier run has. */
  public List<String> gone() {
    Set<String> here =
        now.checks().stream().map(CheckResult::id).collect(Collectors.toUnmodifiableSet());
    return before.checks().stream().map(CheckResult::id).filter(id -> !here.contains(id)).toList();
  }

  /** What makes the two hard to compare, each in one sentence; empty when nothing does. */
  public List<String> doubts() {
    List<String> doubts = new ArrayList<>();
    Optional<String> there = before.identity().map(Comparison::service);
    Optional<String> here = now.identity().map(Comparison::service);
    if (!there.equals(here)) {
      doubts.add(
          "The runs are about different services: "
              + there.orElse("none")
              + " and "
              + here.orElse("none")
              + ".");
    }
    if (now.startedAt().isBefore(before.startedAt())) {
      doubts.add("The second run is older than the first; what is called new was mended since.");
    }
    if (!before.toolVersion().equals(now.toolVersion())) {
      doubts.add(
          "The runs were made by different versions of stageproof: "
              + before.toolVersion()
              + " and "
              + now.toolVersion()
              + ".");
    }
    return doubts;
  }

  private static String service(Identity identity) {
    return identity.project() + "/" + identity.region() + "/" + identity.service();
  }

  private static int goodness(RunRecord run) {
    Verdict verdict = run.judgment().verdict();
    return switch (verdict) {
      case FAIL -> 0;
      case INCONCLUSIVE -> 1;
      case PASS -> 2;
    };
  }

  /** The measured values of both runs that differ, in the order of the later run. */
  public List<Moved> metrics() {
    return now.checks().stream().flatMap(check -> moved(check).stream()).toList();
  }

  private List<Moved> moved(CheckResult check) {
    List<Moved> moved = new ArrayList<>();
    for (Metric metric : measured(check)) {
      before.checks().stream()
          .filter(other -> other.id().equals(check.id()))
          .flatMap(other -> measured(other).stream())
          .filter(other -> other.name().equals(metric.name()) && other.unit() == metric.unit())
          .filter(other -> !shown(other).equals(shown(metric)))
          .findFirst()
          .ifPresent(
              other ->
                  moved.add(new Moved(check.id(), metric.name(), shown(other), shown(metric))));
    }
    return moved;
  }

  private static List<Metric> measured(CheckResult check) {
    return check.evaluation().map(Evaluation::metrics).orElse(List.of());
  }

  private static String shown(Metric metric) {
    return Figures.measured(metric.value(), metric.unit());
  }
}
