package dev.stageproof.engine;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Request;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * All that a run is going to do, found out before anything is looked at.
 *
 * @param steps for each check, in order
 * @param merged for every planned request the look that answers it
 * @param limits how long each look may take: the longest that a check it serves allows
 */
record RunPlan(
    Map<Check<?>, Step> steps,
    Map<Request<?>, Request<?>> merged,
    Map<Request<?>, Duration> limits) {

  /**
   * Plans the checks.
   *
   * @param skip tells why a check is not to be run; empty when it is
   */
  static RunPlan of(
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
    Map<Request<?>, Duration> asked = asked(steps);
    Map<Request<?>, Request<?>> merged = Merging.of(asked.keySet());
    Map<Request<?>, Duration> limits = new HashMap<>();
    asked.forEach((request, limit) -> limits.merge(merged.get(request), limit, Looks::longer));
    return new RunPlan(steps, merged, limits);
  }

  /** What is to be done with one check. */
  static Step step(Check<?> check, CheckContext context, boolean allowExec) {
    try {
      CheckPlan plan = check.plan(context);
      if (plan instanceof CheckPlan.Impossible impossible) {
        return new Step.Unplanned(impossible.gap());
      }
      CheckPlan.Ask ask = (CheckPlan.Ask) plan;
      boolean executes = ask.all().stream().anyMatch(Request::executes);
      return executes && !allowExec ? new Step.Skip(execNotAllowed()) : new Step.Run(ask);
    } catch (RuntimeException | Error e) {
      return new Step.Unplanned(Failures.gap("planning `" + check.id() + "`", e));
    }
  }

  private static Map<Request<?>, Duration> asked(Map<Check<?>, Step> steps) {
    Map<Request<?>, Duration> asked = new LinkedHashMap<>();
    steps.forEach(
        (check, step) -> {
          if (step instanceof Step.Run run) {
            Duration limit = check.timeout();
            run.plan().all().forEach(r -> asked.merge(r, limit, Looks::longer));
          }
        });
    return asked;
  }

  private static Gap execNotAllowed() {
    return Gap.of(
        GapReason.EXEC_NOT_ALLOWED,
        "it runs a program, and the run was started without --allow-exec",
        "run again with --allow-exec if you trust the configuration");
  }

  /** How many checks take part. */
  int taking() {
    return (int) steps.values().stream().filter(step -> !(step instanceof Step.Omit)).count();
  }
}
