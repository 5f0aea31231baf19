package dev.stageproof.report;

import dev.stageproof.model.Attempt;
import dev.stageproof.model.Baseline;
import dev.stageproof.model.Baseline.Source;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Finding;
import dev.stageproof.model.Finding.Kind;
import dev.stageproof.model.Identity;
import dev.stageproof.model.RunRecord;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a reader is told of the baseline outside the section of its own. */
final class Compared {
  private Compared() {}

  static String word(Kind kind) {
    return switch (kind) {
      case NEW -> "new";
      case PRE_EXISTING -> "pre-existing";
      case FIXED -> "fixed";
      case UNCHANGED -> "unchanged";
      case NOT_COMPARED -> "not compared";
    };
  }

  /** What the run is compared with; only of a run that has a baseline. */
  static Fact fact(String name, RunRecord run, Marks marks) {
    Baseline baseline = run.baseline().orElseThrow();
    String text =
        Stream.of(
                kind(run, baseline),
                baseline.identity().map(it -> "deployed " + Figures.second(it.deployedAt())),
                baseline.window().map(it -> "log window " + Figures.window(it)),
                baseline.gap().map(gap -> marks.care() + " not compared: " + gap.message()))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(" · "));
    return Fact.code(name, baseline.name(), text);
  }

  private static Optional<String> kind(RunRecord run, Baseline baseline) {
    if (baseline.source() == Source.RECORD) {
      return Optional.of(
          "an earlier run" + baseline.identity().map(it -> " of " + it.revision()).orElse(""));
    }
    return isPrevious(run) ? Optional.of("the revision before") : Optional.empty();
  }

  /** True when the baseline is the revision before the one under test. */
  static boolean isPrevious(RunRecord run) {
    Optional<String> previous =
        run.identity().flatMap(Identity::previous).map(Identity.Previous::revision);
    return run.baseline()
        .filter(baseline -> baseline.source() == Source.REVISION)
        .map(Baseline::name)
        .filter(name -> previous.equals(Optional.of(name)))
        .isPresent();
  }

  static Optional<Finding> finding(RunRecord run, String check) {
    return run.judgment().findings().stream()
        .filter(finding -> finding.check().equals(check))
        .findFirst();
  }

  /** "pre-existing" or "new", beside a failure; empty without a comparison. */
  static Optional<String> note(RunRecord run, CheckResult check) {
    return finding(run, check.id())
        .map(Finding::kind)
        .filter(kind -> kind == Kind.NEW || kind == Kind.PRE_EXISTING)
        .map(Compared::word);
  }

  /** What the check's last attempt saw, of the run's checks or of the baseline's. */
  static List<String> evidence(String check, List<CheckResult> checks) {
    return checks.stream()
        .filter(result -> result.id().equals(check))
        .flatMap(result -> last(result).stream())
        .toList();
  }

  private static List<String> last(CheckResult result) {
    List<Attempt> attempts = result.attempts();
    return attempts.isEmpty() ? List.of() : attempts.get(attempts.size() - 1).evidence();
  }
}
