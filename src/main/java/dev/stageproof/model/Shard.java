package dev.stageproof.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A run of some of a configuration's checks, as part of a merged record: what its checks knew when
 * they concluded.
 *
 * @param checks ids of the checks whose conclusion stands in the merged record
 */
public record Shard(
    @Doc("Names the run.") String reportId,
    @Doc("When it began.") Instant startedAt,
    @Doc("How long it took.") Duration took,
    @Doc("The stretch of time that its log searches cover.") Optional<Window> window,
    @Doc("The configuration's folder.") Optional<String> directory,
    @Doc("The command line that repeats it.") String command,
    @Doc("The checks whose conclusion is from this run.") List<String> checks) {

  public Shard {
    checks = List.copyOf(checks);
  }

  /** The instant at which it ended. */
  public Instant end() {
    return startedAt.plus(took);
  }

  /** The same run with other checks. */
  public Shard withChecks(List<String> others) {
    return new Shard(reportId, startedAt, took, window, directory, command, others);
  }
}
