package dev.stageproof.report;

import static dev.stageproof.report.SampleCheck.check;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Baseline;
import dev.stageproof.model.Baseline.Source;
import dev.stageproof.model.Change;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Configuration;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.Finding;
import dev.stageproof.model.Finding.Kind;
import dev.stageproof.model.Finding.Side;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs that are laid beside a baseline. */
public final class SampleBaselines {
  static final String PREVIOUS = "netra-backend-staging-00640-wob";

  private SampleBaselines() {}

  /** Health was down before; restarts are new; the ID manager is mended. */
  public static RunRecord beside() {
    RunRecord run = SampleLogs.compared();
    List<CheckResult> before =
        List.of(
            before("health", "503, expected 200", false, "b2"),
            before("id-manager", "0 of 1,904 entries, 12:02–12:24 UTC", false, "b3"),
            before("no-restarts", "0 of 1,904 entries, 12:02–12:24 UTC", true, "b3"),
            before("no-warnings", "0 of 1,904 entries, 12:02–12:24 UTC", true, "b3"));
    return with(run, baseline(Optional.empty(), before), findings(run, before), drift());
  }

  /** There is no revision before the one under test. */
  public static RunRecord missing() {
    Gap gap =
        Gap.of(
            GapReason.NOT_FOUND,
            "no revision before netra-backend-staging-00641-kip was found",
            "name a revision or a stored record with --baseline");
    Baseline nothing =
        new Baseline(
            Source.REVISION,
            "the previous revision",
            Optional.empty(),
            Optional.of(gap),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of());
    return with(SampleRuns.unhealthy(), nothing, List.of(), List.of());
  }

  /** The same run beside an earlier one, of the day before. */
  static RunRecord besideRecord() {
    RunRecord run = SampleLogs.compared();
    List<CheckResult> before = List.of(before("health", "503, expected 200", false, "b1"));
    Baseline baseline =
        new Baseline(
            Source.RECORD,
            "staging-validation-889-20250914-0900",
            run.identity(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            before,
            List.of(evidence("b1", "http", Instant.parse("2025-09-14T09:00:02Z"))));
    return with(run, baseline, findings(run, before), List.of());
  }

  private static Baseline baseline(Optional<Gap> gap, List<CheckResult> checks) {
    Instant at = Instant.parse("2025-09-15T12:26:32Z");
    return new Baseline(
        Source.REVISION,
        PREVIOUS,
        Optional.empty(),
        gap,
        Optional.of(
            new Window(
                Instant.parse("2025-09-15T12:02:11Z"), Instant.parse("2025-09-15T12:24:02Z"))),
        Optional.of(new Configuration(true, List.of(), Map.of("memory limit", "512Mi"))),
        checks,
        List.of(evidence("b1", "cloud-run", at), evidence("b2", "http", at), logs(at)));
  }

  private static Evidence logs(Instant at) {
    return evidence("b3", "log-read", at);
  }

  private static Evidence evidence(String id, String kind, Instant at) {
    return new Evidence(
        id,
        kind,
        kind + " of " + PREVIOUS,
        Map.of(),
        1,
        at,
        Duration.ofMillis(41),
        Optional.empty(),
        Map.of("seen", true),
        "1b0c9f2c61d0b4a7e8135c6f09d2e1b8a7435c90d6e2f1a48b7c3d5e6f708192",
        List.of("look " + kind));
  }

  private static CheckResult before(String id, String headline, boolean holds, String evidence) {
    return check(id, "http", id)
        .in(Section.HEALTH)
        .attempt(
            Duration.ofMillis(40),
            Evaluation.of(headline, List.of(Assertion.of(id, "as expected", headline, holds))),
            evidence)
        .build();
  }

  private static List<Finding> findings(RunRecord run, List<CheckResult> before) {
    return run.checks().stream().map(now -> finding(now, before)).toList();
  }

  private static Finding finding(CheckResult now, List<CheckResult> before) {
    Optional<CheckResult> there =
        before.stream().filter(check -> check.id().equals(now.id())).findFirst();
    Kind kind = there.map(other -> kind(now, other)).orElse(Kind.NOT_COMPARED);
    return new Finding(
        now.id(),
        kind,
        there.map(SampleBaselines::side),
        side(now),
        there.isPresent() ? Optional.empty() : Optional.of("it is not settled in this run"));
  }

  private static Kind kind(CheckResult now, CheckResult before) {
    boolean good = now.outcome() == Outcome.PASS;
    boolean wasGood = before.outcome() == Outcome.PASS;
    if (good) {
      return wasGood ? Kind.UNCHANGED : Kind.FIXED;
    }
    return wasGood ? Kind.NEW : Kind.PRE_EXISTING;
  }

  private static Side side(CheckResult check) {
    return new Side(check.outcome(), check.headline());
  }

  private static List<Change> drift() {
    return List.of(
        new Change("image", Optional.of("registry/backend:1"), Optional.of("registry/backend:2")),
        new Change(
            "environment variable OTEL_ENDPOINT", Optional.empty(), Optional.of("a value | set")));
  }

  private static RunRecord with(
      RunRecord run, Baseline baseline, List<Finding> findings, List<Change> drift) {
    Judgment judged = run.judgment();
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
        Optional.of(baseline),
        run.checks(),
        run.evidence(),
        new Judgment(
            judged.verdict(),
            judged.because(),
            judged.confidence(),
            judged.claims(),
            judged.waivers(),
            judged.remarks(),
            findings,
            drift),
        run.notes(),
        run.report(),
        run.command(),
        run.serviceUrl(),
        run.directory());
  }
}
