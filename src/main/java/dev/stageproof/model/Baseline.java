package dev.stageproof.model;

import java.util.List;
import java.util.Optional;

/**
 * What the run is compared with: the same checks on another revision, or an earlier run of them.
 *
 * @param name the revision, or the earlier run's report id
 * @param identity what was observed; empty when it could not be resolved
 * @param gap why there is nothing to compare with; empty when there is something
 * @param window the stretch of time that its log searches cover
 * @param configuration how the revision is configured
 * @param checks the checks as they came out there; without those that ask nothing of the revision
 * @param evidence what they rest on; ids are "b1", "b2", …
 */
public record Baseline(
    @Doc("What kind of baseline it is.") Source source,
    @Doc("The revision, or the earlier run.") String name,
    @Doc("What was observed.") Optional<Identity> identity,
    @Doc("Why there is nothing to compare with.") Optional<Gap> gap,
    @Doc("The stretch of time that its log searches cover.") Optional<Window> window,
    @Doc("How the revision is configured.") Optional<Configuration> configuration,
    @Doc("The checks as they came out there.") List<CheckResult> checks,
    @Doc("What they rest on.") List<Evidence> evidence) {

  /** Where the baseline's results come from. */
  public enum Source {
    @Doc("Another revision, observed in this run.")
    REVISION,
    @Doc("The record of an earlier run.")
    RECORD
  }

  public Baseline {
    checks = List.copyOf(checks);
    evidence = List.copyOf(evidence);
  }
}
