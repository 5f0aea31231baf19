package dev.stageproof.engine;

import dev.stageproof.spi.Request;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The looks of a run.
 *
 * @param merged for every planned request the look that answers it
 * @param limits how long each look may take: the longest that a check it serves allows, and the
 *     look's own patience
 */
record RunPlan(Map<Request<?>, Request<?>> merged, Map<Request<?>, Duration> limits) {

  /** The fewest looks that answer what all of the steps ask. */
  static RunPlan of(Steps... sides) {
    Map<Request<?>, Duration> asked = asked(List.of(sides));
    Map<Request<?>, Request<?>> merged = Merging.of(asked.keySet());
    Map<Request<?>, Duration> limits = new HashMap<>();
    asked.forEach((request, limit) -> limits.merge(merged.get(request), limit, Looks::longer));
    return new RunPlan(merged, limits);
  }

  /** What the looks create and delete again, each once. */
  List<String> creations() {
    return limits.keySet().stream()
        .flatMap(look -> look.creates().stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static Map<Request<?>, Duration> asked(List<Steps> sides) {
    Map<Request<?>, Duration> asked = new LinkedHashMap<>();
    for (Steps steps : sides) {
      steps
          .each()
          .forEach(
              (check, step) -> {
                if (step instanceof Step.Run run) {
                  Duration limit = check.timeout();
                  run.plan()
                      .all()
                      .forEach(r -> asked.merge(r, limit.plus(r.patience()), Looks::longer));
                }
              });
    }
    return asked;
  }
}
