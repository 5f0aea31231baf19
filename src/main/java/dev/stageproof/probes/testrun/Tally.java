package dev.stageproof.probes.testrun;

import static dev.stageproof.observe.TestRunObservation.MOST_UNSUCCESSFUL;

import dev.stageproof.observe.TestRunObservation.Counts;
import dev.stageproof.observe.TestRunObservation.Named;
import dev.stageproof.observe.TestRunObservation.Result;
import dev.stageproof.observe.TestRunObservation.Test;
import dev.stageproof.shape.Nearest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What all reports of a run say together. For one thread. */
final class Tally {

  private static final int MOST_NAMES = 1000;

  private final Map<Result, Integer> counts = new EnumMap<>(Result.class);
  private final Map<String, List<Result>> asked = new LinkedHashMap<>();
  private final List<Test> unsuccessful = new ArrayList<>();
  private final Set<String> names = new LinkedHashSet<>();
  private int flaky;
  private Duration took = Duration.ZERO;

  Tally(List<String> named) {
    named.forEach(id -> asked.put(id, new ArrayList<>()));
  }

  void add(ReportedTest test) {
    counts.merge(test.result(), 1, Integer::sum);
    flaky += test.flaky() ? 1 : 0;
    took = took.plus(test.took());
    if (asked.containsKey(test.id())) {
      asked.get(test.id()).add(test.result());
    }
    if (names.size() < MOST_NAMES) {
      names.add(test.id());
    }
    boolean bad = test.result() == Result.FAILED || test.result() == Result.ERROR;
    if (bad && unsuccessful.size() < MOST_UNSUCCESSFUL) {
      unsuccessful.add(new Test(test.id(), test.result(), test.message()));
    }
  }

  Counts counts() {
    return new Counts(
        count(Result.PASSED),
        count(Result.FAILED),
        count(Result.ERROR),
        count(Result.SKIPPED),
        flaky);
  }

  Duration took() {
    return took;
  }

  List<Test> unsuccessful() {
    return unsuccessful;
  }

  List<Named> named() {
    return asked.entrySet().stream()
        .map(test -> new Named(test.getKey(), test.getValue(), nearest(test.getKey())))
        .toList();
  }

  private Optional<String> nearest(String id) {
    return asked.get(id).isEmpty() ? Nearest.to(id, names) : Optional.empty();
  }

  private int count(Result result) {
    return counts.getOrDefault(result, 0);
  }
}
