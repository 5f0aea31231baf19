package dev.stageproof.report;

import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * The way back after a FAIL, where the record names the revision before.
 *
 * @param revision the revision before
 * @param known what this run knows of it: "which fails health as well"
 * @param command the shell command that goes back
 */
public record Rollback(String revision, String known, String command) {

  /** Empty unless the run failed and the revision under test gets requests. */
  static Optional<Rollback> of(RunRecord run) {
    return run.identity()
        .filter(identity -> run.judgment().verdict() == Verdict.FAIL)
        .filter(identity -> identity.trafficPercent() > 0)
        .flatMap(identity -> identity.previous().map(previous -> to(previous, identity, run)));
  }

  private static Rollback to(Identity.Previous previous, Identity identity, RunRecord run) {
    return new Rollback(
        ForeignText.line(previous.revision()),
        known(run),
        TrafficCommand.to(previous.revision(), identity));
  }

  private static String known(RunRecord run) {
    if (!Compared.isPrevious(run) || run.judgment().findings().isEmpty()) {
      return "which this run did not validate";
    }
    List<String> failing =
        run.baseline().orElseThrow().checks().stream()
            .filter(check -> check.blocking() && check.outcome() == Outcome.FAIL)
            .map(CheckResult::id)
            .toList();
    return failing.isEmpty()
        ? "where no blocking check of this run failed"
        : ForeignText.line("which fails " + String.join(", ", failing) + " itself");
  }
}
