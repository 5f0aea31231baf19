package dev.stageproof.report;

import dev.stageproof.model.Identity;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import java.util.Optional;

/**
 * The way back after a FAIL, where the record names the revision before.
 *
 * @param revision the revision before, of which this run knows nothing else
 */
public record Rollback(String revision, String command) {

  /** Empty unless the run failed and the revision under test gets requests. */
  static Optional<Rollback> of(RunRecord run) {
    return run.identity()
        .filter(identity -> run.judgment().verdict() == Verdict.FAIL)
        .filter(identity -> identity.trafficPercent() > 0)
        .flatMap(identity -> identity.previous().map(previous -> to(previous, identity)));
  }

  private static Rollback to(Identity.Previous previous, Identity identity) {
    return new Rollback(
        ForeignText.line(previous.revision()), TrafficCommand.to(previous.revision(), identity));
  }
}
