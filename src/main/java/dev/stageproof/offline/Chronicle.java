package dev.stageproof.offline;

import dev.stageproof.model.Outcome;
import dev.stageproof.model.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The runs of one service, the newest last.
 *
 * @param service project, region and service; empty for runs without a target
 */
public record Chronicle(Optional<String> service, List<Past> runs) {

  /** A check whose answer changed though the revision did not, with its answers in order. */
  public record Unsteady(String check, String revision, List<Outcome> outcomes) {}

  public Chronicle {
    runs = List.copyOf(runs);
  }

  /** The runs by service, in the order of their names. */
  public static List<Chronicle> of(Collection<Past> runs) {
    Map<String, List<Past>> byService = new TreeMap<>();
    runs.stream()
        .sorted(Comparator.comparing(Past::startedAt).thenComparing(Past::reportId))
        .forEach(
            run ->
                byService
                    .computeIfAbsent(run.service().orElse(""), s -> new ArrayList<>())
                    .add(run));
    return byService.values().stream()
        .map(list -> new Chronicle(list.get(0).service(), list))
        .toList();
  }

  /** The newest of them. */
  public Chronicle newest(int most) {
    return new Chronicle(service, runs.subList(Math.max(0, runs.size() - most), runs.size()));
  }

  /** One block for each run: high for PASS, half for INCONCLUSIVE, low for FAIL. */
  public String line() {
    return runs.stream().map(run -> block(run.verdict())).collect(Collectors.joining());
  }

  private static String block(Verdict verdict) {
    return switch (verdict) {
      case PASS -> "█";
      case INCONCLUSIVE -> "▄";
      case FAIL -> "▁";
    };
  }

  /** How many of the last runs in a row had the last verdict. */
  public int streak() {
    int streak = 0;
    Verdict last = runs.get(runs.size() - 1).verdict();
    while (streak < runs.size() && runs.get(runs.size() - 1 - streak).verdict() == last) {
      streak++;
    }
    return streak;
  }

  /** Checks that both passed and failed on one revision. */
  public List<Unsteady> unsteady() {
    Map<String, List<Past>> byRevision = new TreeMap<>();
    for (Past run : runs) {
      run.revision()
          .ifPresent(name -> byRevision.computeIfAbsent(name, r -> new ArrayList<>()).add(run));
    }
    List<Unsteady> unsteady = new ArrayList<>();
    byRevision.forEach((revision, list) -> unsteady.addAll(unsteady(revision, list)));
    return unsteady;
  }

  private static List<Unsteady> unsteady(String revision, List<Past> runs) {
    Map<String, List<Outcome>> byCheck = new TreeMap<>();
    for (Past run : runs) {
      run.checks().entrySet().stream()
          .filter(check -> check.getValue().settled())
          .forEach(
              check ->
                  byCheck
                      .computeIfAbsent(check.getKey(), c -> new ArrayList<>())
                      .add(check.getValue()));
    }
    return byCheck.entrySet().stream()
        .filter(check -> check.getValue().stream().distinct().count() > 1)
        .map(check -> new Unsteady(check.getKey(), revision, List.copyOf(check.getValue())))
        .toList();
  }
}
