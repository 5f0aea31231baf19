package dev.stageproof.judge;

import dev.stageproof.model.Baseline;
import dev.stageproof.model.Change;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Claim;
import dev.stageproof.model.ClaimResult;
import dev.stageproof.model.Configuration;
import dev.stageproof.model.Gap;
import dev.stageproof.model.Identity;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Waiver;
import dev.stageproof.model.WaiverResult;
import dev.stageproof.model.Window;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All that a verdict rests on.
 *
 * @param checks every check of the run, in the order of the configuration; ids are distinct
 * @param identity what was under test; empty when it could not be resolved
 * @param identityGap why the identity is not known, {@code UNKNOWN_TARGET} when the run names no
 *     target; empty when it is known
 * @param configuration how that is configured; empty when it is not known
 * @param movement what changed about the target while the run was under way
 * @param window the stretch of time that log searches cover
 * @param baseline what the run is compared with, when that was asked for
 * @param today the day, in UTC, on which waivers are held against their last day
 */
public record Case(
    List<CheckResult> checks,
    List<Claim> claims,
    List<Waiver> waivers,
    Optional<Identity> identity,
    Optional<Gap> identityGap,
    Optional<Configuration> configuration,
    List<Change> movement,
    Optional<Window> window,
    Optional<Baseline> baseline,
    LocalDate today) {

  public Case {
    checks = List.copyOf(checks);
    claims = List.copyOf(claims);
    waivers = List.copyOf(waivers);
    movement = List.copyOf(movement);
  }

  /** What the verdict of a record rests on. */
  public static Case of(RunRecord run) {
    return of(run, run.checks());
  }

  /**
   * The same with other results of the checks.
   *
   * @param checks in the order of the record
   */
  public static Case of(RunRecord run, List<CheckResult> checks) {
    return new Case(
        checks,
        run.judgment().claims().stream().map(ClaimResult::claim).toList(),
        run.judgment().waivers().stream().map(WaiverResult::waiver).toList(),
        run.identity(),
        run.identityGap(),
        run.configuration(),
        run.movement(),
        run.window(),
        run.baseline(),
        run.judgedOn());
  }
}
