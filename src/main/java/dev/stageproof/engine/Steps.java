package dev.stageproof.engine;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Request;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What is to be done with each check, in order; found out before anything is looked at. */
record Steps(Map<Check<?>, Step> each) {

  Steps {
    each = Collections.unmodifiableMap(new LinkedHashMap<>(each));
  }

  static Steps none() {
    return new Steps(Map.of());
  }

  /**
   * Plans the checks.
   *
   * @param skip tells why a check is not to be run; empty when it is
   */
  static Steps of(
      List<Check<?>> checks,
      CheckContext context,
      boolean allowExec,
      Function<Check<?>, Optional<Gap>> skip) {
    Map<Check<?>, Step> steps = new LinkedHashMap<>();
    for (Check<?> check : checks) {
      Optional<Gap> omitted = skip.apply(check);
      steps.put(
          check,
          omitted.<Step>map(Step.Omit::new).orElseGet(() -> step(check, context, allowExec)));
    }
    return new Steps(steps);
  }

  private static Step step(Check<?> check, CheckContext context, boolean allowExec) {
    Step step = planned(check, context);
    return step instanceof Step.Run run && executes(run) && !allowExec
        ? new Step.Skip(execNotAllowed())
        : step;
  }

  /** What a check needs to see, whether it may see it or not. */
  static Step planned(Check<?> check, CheckContext context) {
    try {
      CheckPlan plan = check.plan(context);
      return plan instanceof CheckPlan.Impossible impossible
          ? new Step.Unplanned(impossible.gap())
          : new Step.Run((CheckPlan.Ask) plan);
    } catch (RuntimeException | Error e) {
      return new Step.Unplanned(Failures.gap("planning `" + check.id() + "`", e));
    }
  }

  /**
   * The same checks on another revision. A check that could not look, or that needs to see the same
   * things there, has no step: its answer would say nothing about that revision. Programs are run
   * for the revision under test only.
   */
  Steps on(CheckContext baseline) {
    Map<Check<?>, Step> steps = new LinkedHashMap<>();
    each.forEach(
        (check, step) -> {
          if (step instanceof Step.Run tested) {
            again(check, tested, baseline).ifPresent(other -> steps.put(check, other));
          }
        });
    return new Steps(steps);
  }

  private static Optional<Step> again(Check<?> check, Step.Run tested, CheckContext baseline) {
    if (executes(tested)) {
      return Optional.of(new Step.Skip(runsProgram()));
    }
    Step other = planned(check, baseline);
    boolean same =
        other instanceof Step.Run run && run.plan().requests().equals(tested.plan().requests());
    return same ? Optional.empty() : Optional.of(other);
  }

  private static boolean executes(Step.Run run) {
    return run.plan().all().stream().anyMatch(Request::executes);
  }

  private static Gap execNotAllowed() {
    return Gap.of(
        GapReason.EXEC_NOT_ALLOWED,
        "it runs a program, and the run was started without --allow-exec",
        "run again with --allow-exec if you trust the configuration");
  }

  private static Gap runsProgram() {
    return Gap.of(
        GapReason.EXEC_NOT_ALLOWED,
        "it runs a program, and programs are run for the revision under test only",
        "validate the baseline with --revision if you need its answer");
  }

  /** How many checks take part. */
  int taking() {
    return (int) each.values().stream().filter(step -> !(step instanceof Step.Omit)).count();
  }
}
