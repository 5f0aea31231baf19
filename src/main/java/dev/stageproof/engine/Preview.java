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
 */
public record Preview(List<PlannedLook> looks, Map<String, Gap> unplanned) {

  /**
   * One look that would be made.
   *
   * @param request merged from all that it serves
   * @param checks ids of the checks that it serves
   */
  public record PlannedLook(Request<?> request, List<String> checks) {}

  /** Plans all checks, those that run programs as well. */
  public static Preview of(
      List<Check<?>> checks, CheckContext context, Function<Check<?>, Optional<Gap>> skip) {
    RunPlan plan = RunPlan.of(checks, context, true, skip);
    Map<Request<?>, List<String>> served = new LinkedHashMap<>();
    Map<String, Gap> unplanned = new LinkedHashMap<>();
    plan.steps()
        .forEach(
            (check, step) -> {
              if (step instanceof Step.Run run) {
                run.plan().all().stream()
                    .map(plan.merged()::get)
                    .distinct()
                    .forEach(
                        r -> served.computeIfAbsent(r, x -> new ArrayList<>()).add(check.id()));
              } else if (step instanceof Step.Unplanned gap) {
                unplanned.put(check.id(), gap.gap());
              }
            });
    List<PlannedLook> looks =
        served.entrySet().stream()
            .map(entry -> new PlannedLook(entry.getKey(), List.copyOf(entry.getValue())))
            .toList();
    return new Preview(looks, unplanned);
  }
}
