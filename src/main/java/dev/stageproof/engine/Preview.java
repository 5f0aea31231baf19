package dev.stageproof.engine;

import dev.stageproof.model.Gap;
import dev.stageproof.spi.Check;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a run would do, without doing it: no probe is asked.
 *
 * @param looks every look, with the checks that it serves
 * @param unplanned checks that could not say what they need to see, and why
 * @param baseline the looks that would be made for the baseline only
 */
public record Preview(
    List<PlannedLook> looks, Map<String, Gap> unplanned, List<PlannedLook> baseline) {

  /**
   * One look that would be made.
   *
   * @param request merged from all that it serves
   * @param checks ids of the checks that it serves
   */
  public record PlannedLook(Request<?> request, List<String> checks) {}

  /**
   * Plans all checks, those that run programs as well.
   *
   * @param baseline the same run on another revision, when there is one to compare with
   */
  public static Preview of(
      List<Check<?>> checks,
      CheckContext context,
      Optional<CheckContext> baseline,
      Function<Check<?>, Optional<Gap>> skip) {
    Steps tested = Steps.of(checks, context, true, skip);
    Steps compared = baseline.map(tested::on).orElseGet(Steps::none);
    RunPlan plan = RunPlan.of(tested, compared);
    Map<Request<?>, List<String>> asked = served(tested, plan);
    Map<Request<?>, List<String>> askedThere = served(compared, plan);
    askedThere.keySet().removeAll(asked.keySet());
    return new Preview(looks(asked), unplanned(tested), looks(askedThere));
  }

  private static Map<Request<?>, List<String>> served(Steps steps, RunPlan plan) {
    Map<Request<?>, List<String>> served = new LinkedHashMap<>();
    steps
        .each()
        .forEach(
            (check, step) -> {
              if (step instanceof Step.Run run) {
                run.plan().all().stream()
                    .map(plan.merged()::get)
                    .distinct()
                    .forEach(
                        r -> served.computeIfAbsent(r, x -> new ArrayList<>()).add(check.id()));
              }
            });
    return served;
  }

  private static Map<String, Gap> unplanned(Steps steps) {
    Map<String, Gap> unplanned = new LinkedHashMap<>();
    steps
        .each()
        .forEach(
            (check, step) -> {
              if (step instanceof Step.Unplanned gap) {
                unplanned.put(check.id(), gap.gap());
              }
            });
    return unplanned;
  }

  private static List<PlannedLook> looks(Map<Request<?>, List<String>> served) {
    return served.entrySet().stream()
        .map(entry -> new PlannedLook(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }
}
