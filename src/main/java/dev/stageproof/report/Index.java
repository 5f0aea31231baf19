package dev.stageproof.report;

import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.RunRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What sections look up again and again, found once: a report of many checks would take the square
 * of their number otherwise.
 */
final class Index {
  private final Map<String, CheckResult> checks = new HashMap<>();
  private final Map<String, Evidence> evidence = new HashMap<>();
  private final Map<String, List<CheckResult>> users = new HashMap<>();
  private final LogReads reads;

  private Index(RunRecord run) {
    run.checks().forEach(check -> checks.putIfAbsent(check.id(), check));
    run.evidence().forEach(item -> evidence.putIfAbsent(item.id(), item));
    Stream.concat(
            run.checks().stream(), run.baseline().stream().flatMap(it -> it.checks().stream()))
        .forEach(this::addUses);
    reads = LogReads.of(run);
  }

  static Index of(RunRecord run) {
    return new Index(run);
  }

  private void addUses(CheckResult check) {
    Set<String> used = new LinkedHashSet<>();
    check.attempts().stream().map(Attempt::evidence).forEach(used::addAll);
    used.forEach(id -> users.computeIfAbsent(id, i -> new ArrayList<>()).add(check));
  }

  /** The run's check of an id. */
  Optional<CheckResult> check(String id) {
    return Optional.ofNullable(checks.get(id));
  }

  /** The run's own evidence of an id, not its baseline's. */
  Optional<Evidence> evidence(String id) {
    return Optional.ofNullable(evidence.get(id));
  }

  /** The checks that used an item of evidence, those of the run first, then its baseline's. */
  List<CheckResult> users(String evidence) {
    return users.getOrDefault(evidence, List.of());
  }

  LogReads reads() {
    return reads;
  }
}
