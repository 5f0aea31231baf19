package dev.stageproof.formats.github;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.RunRecord;
import java.util.ArrayList;
import java.util.List;

/** A run of many checks: those of a sample, and its first failed one under other ids. */
final class Many {
  private Many() {}

  static RunRecord checks(RunRecord run, int more) {
    CheckResult failed =
        run.checks().stream().filter(it -> it.outcome() == Outcome.FAIL).findFirst().orElseThrow();
    List<CheckResult> checks = new ArrayList<>(run.checks());
    for (int i = 1; i <= more; i++) {
      checks.add(
          new CheckResult(
              failed.id() + "-" + i,
              failed.type(),
              failed.title(),
              failed.section(),
              failed.group(),
              failed.severity(),
              failed.tags(),
              failed.settings(),
              failed.onNoData(),
              failed.outcome(),
              failed.took(),
              failed.attempts(),
              failed.gap(),
              failed.reproduce()));
    }
    return new RunRecord(
        run.schemaVersion(),
        run.toolVersion(),
        run.reportId(),
        run.startedAt(),
        run.took(),
        run.partial(),
        run.subject(),
        run.identity(),
        run.identityGap(),
        run.window(),
        run.configuration(),
        run.movement(),
        run.baseline(),
        checks,
        run.evidence(),
        run.judgment(),
        run.notes(),
        run.report(),
        run.command(),
        run.serviceUrl(),
        run.directory());
  }
}
