package dev.stageproof.offline;

import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gives the evidence of several runs ids of its own; the same look has one, in how many it is. */
final class Renumbering {
  private final String prefix;
  private final Map<Evidence, String> known = new LinkedHashMap<>();

  /**
   * Begins with nothing.
   *
   * @param prefix what the ids begin with; a number follows
   */
  Renumbering(String prefix) {
    this.prefix = prefix;
  }

  /** The checks of a run, naming its evidence by the new ids. */
  List<CheckResult> add(List<CheckResult> checks, List<Evidence> evidence) {
    Map<String, String> names = new HashMap<>();
    for (Evidence item : evidence) {
      String next = prefix + (known.size() + 1);
      String name = known.computeIfAbsent(item.withId(""), fresh -> next);
      names.put(item.id(), name);
    }
    return checks.stream().map(check -> renamed(check, names)).toList();
  }

  private static CheckResult renamed(CheckResult check, Map<String, String> names) {
    return check.withAttempts(
        check.attempts().stream().map(attempt -> renamed(attempt, names)).toList());
  }

  private static Attempt renamed(Attempt attempt, Map<String, String> names) {
    List<String> ids = attempt.evidence().stream().map(id -> names.getOrDefault(id, id)).toList();
    return new Attempt(
        attempt.number(), attempt.startedAt(), attempt.took(), attempt.evaluation(), ids);
  }

  /** Everything added so far, under the new ids. */
  List<Evidence> evidence() {
    List<Evidence> all = new ArrayList<>();
    known.forEach((item, id) -> all.add(item.withId(id)));
    return List.copyOf(all);
  }
}
