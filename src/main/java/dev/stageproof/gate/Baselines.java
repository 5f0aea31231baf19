package dev.stageproof.gate;

import dev.stageproof.model.Attempt;
import dev.stageproof.model.Baseline;
import dev.stageproof.model.Baseline.Source;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.RunRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a baseline of what is at hand. */
final class Baselines {
  private static final String PREFIX = "b";

  private Baselines() {}

  /** An earlier run; of its evidence what its checks rest on. */
  static Baseline ofRecord(RunRecord run) {
    Map<String, String> names = new LinkedHashMap<>();
    List<CheckResult> checks = run.checks().stream().map(check -> renamed(check, names)).toList();
    return new Baseline(
        Source.RECORD,
        run.reportId(),
        run.identity(),
        checks.isEmpty() ? Optional.of(withoutChecks()) : Optional.empty(),
        run.window(),
        run.configuration(),
        checks,
        run.evidence().stream()
            .filter(item -> names.containsKey(item.id()))
            .map(item -> item.withId(names.get(item.id())))
            .toList());
  }

  /** The record of an earlier run as a file. */
  static Baseline ofFile(Path record) throws UsageException {
    return ofRecord(StoredRecords.read(record));
  }

  private static Gap withoutChecks() {
    return Gap.of(
        GapReason.NOT_FOUND,
        "the record holds no check",
        "name the record of a run that had checks");
  }

  private static CheckResult renamed(CheckResult check, Map<String, String> names) {
    return check.withAttempts(
        check.attempts().stream().map(attempt -> renamed(attempt, names)).toList());
  }

  private static Attempt renamed(Attempt attempt, Map<String, String> names) {
    List<String> renamed = new ArrayList<>();
    for (String id : attempt.evidence()) {
      renamed.add(names.computeIfAbsent(id, old -> PREFIX + (names.size() + 1)));
    }
    return new Attempt(
        attempt.number(),
        attempt.startedAt(),
        attempt.took(),
        attempt.evaluation(),
        List.copyOf(renamed));
  }
}
