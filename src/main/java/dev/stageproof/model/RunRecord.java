package dev.stageproof.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * The truth of one run. Every report is a pure function of it.
 *
 * @param schemaVersion {@value #SCHEMA_VERSION} for records written by this version
 * @param partial true when the run was stopped before every check had its say
 * @param identity what was under test; empty when it could not be resolved
 * @param identityGap why the identity is not known; empty when it is
 * @param window the stretch of time that log searches cover; empty when it could not be fixed
 * @param configuration how the revision under test is configured; empty when it is not known
 * @param movement what changed about the target while the run was under way
 * @param baseline what the run is compared with, when that was asked for
 * @param command the command line that repeats the run
 * @param serviceUrl the address that requests were sent to; empty when it was not known
 * @param directory the configuration's folder; relative paths in settings are meant from here
 * @param merged the runs whose checks it holds together; empty for the record of a single run
 */
@Doc("The record of one stageproof run: what was asked, seen and concluded.")
public record RunRecord(
    @Doc("The version of this format.") int schemaVersion,
    @Doc("The version of stageproof that wrote it.") String toolVersion,
    @Doc("Names the run and its report files.") String reportId,
    @Doc("When the run began.") Instant startedAt,
    @Doc("How long it took.") Duration took,
    @Doc("True when the run was stopped early.") boolean partial,
    @Doc("What the deployment is about.") Subject subject,
    @Doc("What was under test.") Optional<Identity> identity,
    @Doc("Why the identity is not known.") Optional<Gap> identityGap,
    @Doc("The stretch of time that log searches cover.") Optional<Window> window,
    @Doc("How the revision under test is configured.") Optional<Configuration> configuration,
    @Doc("What changed about the target during the run.") List<Change> movement,
    @Doc("What the run is compared with.") Optional<Baseline> baseline,
    @Doc("Every check, in the order of the configuration.") List<CheckResult> checks,
    @Doc("Every observation, in the order in which it was asked for.") List<Evidence> evidence,
    @Doc("The verdict and what qualifies it.") Judgment judgment,
    @Doc("The author's notes, not verified.") List<String> notes,
    @Doc("How the report is laid out.") ReportSettings report,
    @Doc("The command line that repeats the run.") String command,
    @Doc("The address that requests were sent to.") Optional<String> serviceUrl,
    @Doc("The configuration's folder.") Optional<String> directory,
    @Doc("The runs that it was merged from.") Optional<Merged> merged) {

  /** Grows when a reader of older records would misread a new one. */
  public static final int SCHEMA_VERSION = 1;

  public RunRecord {
    movement = List.copyOf(movement);
    checks = List.copyOf(checks);
    evidence = List.copyOf(evidence);
    notes = List.copyOf(notes);
  }

  /** The record of a single run. */
  public RunRecord(
      int schemaVersion,
      String toolVersion,
      String reportId,
      Instant startedAt,
      Duration took,
      boolean partial,
      Subject subject,
      Optional<Identity> identity,
      Optional<Gap> identityGap,
      Optional<Window> window,
      Optional<Configuration> configuration,
      List<Change> movement,
      Optional<Baseline> baseline,
      List<CheckResult> checks,
      List<Evidence> evidence,
      Judgment judgment,
      List<String> notes,
      ReportSettings report,
      String command,
      Optional<String> serviceUrl,
      Optional<String> directory) {
    this(
        schemaVersion,
        toolVersion,
        reportId,
        startedAt,
        took,
        partial,
        subject,
        identity,
        identityGap,
        window,
        configuration,
        movement,
        baseline,
        checks,
        evidence,
        judgment,
        notes,
        report,
        command,
        serviceUrl,
        directory,
        Optional.empty());
  }

  /** The same record under another id. */
  public RunRecord withReportId(String id) {
    return with(id, movement, baseline, judgment, report);
  }

  /** The same run, judged by the same rules from something else. */
  public RunRecord withJudgment(Judgment other) {
    return with(reportId, movement, baseline, other, report);
  }

  /** The same run, compared with something else. */
  public RunRecord withBaseline(Baseline other) {
    return with(reportId, movement, Optional.of(other), judgment, report);
  }

  /** The same run of a target that moved otherwise. */
  public RunRecord withMovement(List<Change> other) {
    return with(reportId, other, baseline, judgment, report);
  }

  /** The same run, laid out otherwise. */
  public RunRecord withReport(ReportSettings other) {
    return with(reportId, movement, baseline, judgment, other);
  }

  /** The day, in UTC, on which waivers are held against their last day. */
  public LocalDate judgedOn() {
    Instant last =
        merged.stream()
            .flatMap(from -> from.shards().stream())
            .map(Shard::startedAt)
            .max(Instant::compareTo)
            .orElse(startedAt);
    return LocalDate.ofInstant(last, ZoneOffset.UTC);
  }

  private RunRecord with(
      String id, List<Change> moved, Optional<Baseline> other, Judgment judged, ReportSettings as) {
    return new RunRecord(
        schemaVersion,
        toolVersion,
        id,
        startedAt,
        took,
        partial,
        subject,
        identity,
        identityGap,
        window,
        configuration,
        moved,
        other,
        checks,
        evidence,
        judged,
        notes,
        as,
        command,
        serviceUrl,
        directory,
        merged);
  }
}
