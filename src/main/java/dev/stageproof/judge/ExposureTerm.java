package dev.stageproof.judge;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Confidence.Level;
import dev.stageproof.model.Confidence.Term;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Exposure;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * How much the revision had to do before its log was read: the smallest count among the checks that
 * rest on exposure. A check that could not read its log at all has no exposure; the settled terms
 * count it.
 */
final class ExposureTerm {
  private static final String NAME = "exposure";

  private ExposureTerm() {}

  static Term of(List<Counted> checks) {
    List<CheckResult> exposed =
        checks.stream()
            .map(Counted::check)
            .filter(check -> check.evaluation().flatMap(Evaluation::exposure).isPresent())
            .toList();
    return exposed.isEmpty()
        ? new Term(NAME, "no check rests on it", Level.HIGH)
        : new Term(NAME, value(exposed), level(exposed));
  }

  private static String value(List<CheckResult> exposed) {
    return Words.count(smallest(exposed, Exposure::requests), "request", "requests")
        + ", "
        + Words.count(smallest(exposed, Exposure::entries), "entry", "entries");
  }

  private static Level level(List<CheckResult> exposed) {
    List<CheckResult> unsettled =
        exposed.stream().filter(check -> !check.outcome().settled()).toList();
    if (unsettled.stream().anyMatch(CheckResult::blocking)) {
      return Level.LOW;
    }
    boolean unused = smallest(exposed, Exposure::requests) == 0;
    return unused || !unsettled.isEmpty() ? Level.MEDIUM : Level.HIGH;
  }

  private static long smallest(List<CheckResult> exposed, ToLongFunction<Exposure> count) {
    return exposed.stream()
        .flatMap(check -> check.evaluation().flatMap(Evaluation::exposure).stream())
        .mapToLong(count)
        .min()
        .orElse(0);
  }
}
