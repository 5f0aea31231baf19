package dev.stageproof.report;

import static dev.stageproof.report.SampleCheck.check;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Claim;
import dev.stageproof.model.ClaimResult;
import dev.stageproof.model.ClaimResult.Answer;
import dev.stageproof.model.Confidence;
import dev.stageproof.model.Confidence.Level;
import dev.stageproof.model.Confidence.Term;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.Excerpt;
import dev.stageproof.model.Exposure;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.Metric;
import dev.stageproof.model.OnNoData;
import dev.stageproof.model.Remark;
import dev.stageproof.model.ReportSettings;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Subject;
import dev.stageproof.model.Unit;
import dev.stageproof.model.Verdict;
import dev.stageproof.model.Waiver;
import dev.stageproof.model.WaiverResult;
import dev.stageproof.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs as they might have been, written by hand: what the formats are tested with. */
public final class SampleRuns {
  private static final String SERVICE_URL = "https://netra-backend-staging-pnovr5vsba-uc.a.run.app";
  private static final String IMAGE = "gcr.io/netra-staging/netra-backend-staging";
  private static final String DIGEST =
      "sha256:9f2c61d0b4a7e8135c6f09d2e1b8a7435c90d6e2f1a48b7c3d5e6f708192a3b4";
  private static final Duration SHORT = Duration.ofMillis(412);
  private static final ReportSettings LAYOUT =
      new ReportSettings(Optional.empty(), Arrays.asList(Section.values()));

  private SampleRuns() {}

  /** Everything passed. */
  public static RunRecord healthy() {
    Identity identity =
        identity(
            "netra-backend-staging-00640-wob",
            IMAGE + "@" + DIGEST,
            Optional.of(DIGEST),
            "2025-09-15T08:26:09Z");
    Window window = window("2025-09-15T08:26:09Z", "2025-09-15T08:47:09Z");
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        "0.1.0",
        "staging-validation-965-20250915-0847",
        Instant.parse("2025-09-15T08:47:09Z"),
        Duration.ofMillis(3_870),
        false,
        new Subject(
            Optional.of("965"),
            Optional.of("WebSocket Manager SSOT consolidation, phase 1"),
            Optional.empty(),
            Optional.of("fix/issue-1228-execution-engine-compatibility"),
            Optional.of("4be1c07"),
            Optional.of("agent-session-20250915-084700-issue-965"),
            List.of(new Subject.Link("Pull request", "https://example.com/netra/pull/1228"))),
        Optional.of(identity),
        Optional.empty(),
        Optional.of(window),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        healthyChecks(),
        List.of(
            evidence("e1", "http", "GET " + SERVICE_URL + "/health", 1, curl()),
            evidence("e2", "deployment", "netra-backend-staging in us-central1", 1, describe()),
            evidence(
                "e3", "log-read", "log entries of netra-backend-staging-00640-wob", 1, logs())),
        new Judgment(
            Verdict.PASS,
            "All 4 blocking checks passed.",
            Confidence.lowestOf(
                List.of(
                    new Term("blocking checks settled", "4 of 4", Level.HIGH),
                    new Term("claims verified", "2 of 2", Level.HIGH),
                    new Term("requests served to others", "40", Level.HIGH),
                    new Term("flaky checks", "0", Level.HIGH))),
            List.of(
                claim(
                    "The service is healthy.", Answer.VERIFIED, "200, status is healthy", "health"),
                claim(
                    "SSOT consolidation is active.",
                    Answer.VERIFIED,
                    "1 of 312 entries; 1 of 312 entries",
                    "ssot-loaded",
                    "factory-pattern")),
            List.of(),
            List.of(
                new Remark(
                    Remark.Kind.ADVISORY_UNSETTLED,
                    "Python is not installed here, so the import was not tried.",
                    Optional.of("imports")),
                new Remark(
                    Remark.Kind.ADVISORY_FAILURE,
                    "4 entries match, at most 0 expected.",
                    Optional.of("startup-401"))),
            List.of(),
            List.of()),
        List.of("$500K+ ARR protected"),
        LAYOUT,
        "stageproof validate -c config/examples/issue-965.yaml",
        Optional.of(SERVICE_URL),
        Optional.empty());
  }

  private static List<CheckResult> healthyChecks() {
    return List.of(
        check("health", "http", "Service health")
            .in(Section.HEALTH)
            .attempt(
                SHORT,
                Evaluation.of(
                        "200, status is healthy, in 212 ms",
                        List.of(
                            Assertion.of("status", "200", "200", true),
                            Assertion.of("$.status", "healthy", "healthy", true)))
                    .withMetrics(
                        List.of(
                            Metric.bounded("latency", 212, Unit.MILLISECONDS, "at most 1 s", true)))
                    .withExcerpts(
                        List.of(
                            Excerpt.of(
                                "response body",
                                "{\"status\":\"healthy\",\"service\":\"netra-ai-platform\","
                                    + "\"version\":\"1.0.0\"}"))),
                "e1")
            .repeat(curl())
            .build(),
        check("revision", "cloud-run", "Revision ready and serving")
            .in(Section.DEPLOYMENT)
            .attempt(
                SHORT,
                Evaluation.of(
                    "ready, latest, 100 % of the traffic",
                    List.of(
                        Assertion.of("condition Ready", "SUCCEEDED", "SUCCEEDED", true),
                        Assertion.of("traffic", "100 %", "100 %", true),
                        Assertion.of(
                            "environment variables",
                            "POSTGRES_HOST, JWT_SECRET_KEY",
                            "both set",
                            true))),
                "e2")
            .repeat(describe())
            .build(),
        ssot("ssot-loaded", "SSOT consolidation active", "SSOT consolidation active"),
        ssot("factory-pattern", "Factory pattern available", "singleton vulnerabilities mitigated"),
        check("startup-401", "log-pattern", "Startup 401s")
            .in(Section.LOGS)
            .advisory()
            .attempt(
                SHORT,
                Evaluation.of(
                        "4 of 312 entries, at most 0 expected",
                        List.of(Assertion.of("entries that match", "none", "4 of 312", false)))
                    .withExcerpts(
                        List.of(
                            line("2025-09-15T08:26:21.004Z", "WARNING", "401 for service context"),
                            line("2025-09-15T08:26:21.377Z", "WARNING", "401 for service context")))
                    .withExposure(new Exposure(312, 40, Duration.ofMinutes(21))),
                "e3")
            .repeat(logs())
            .build(),
        check("imports", "python-import", "Import of UnifiedWebSocketManager")
            .group("SSOT Imports")
            .advisory()
            .attempt(
                Duration.ofNanos(3_200_000),
                Evaluation.unseen("python3", noPython()),
                new String[0])
            .gap(noPython())
            .repeat("cd /srv && python3 - </dev/null")
            .build());
  }

  private static CheckResult ssot(String id, String title, String seen) {
    return check(id, "log-pattern", title)
        .in(Section.LOGS)
        .attempt(
            SHORT,
            Evaluation.of(
                    "1 of 312 entries",
                    List.of(Assertion.of("entries that match", "at least 1", "1 of 312", true)))
                .withExcerpts(
                    List.of(
                        line(
                            "2025-09-15T08:26:19.120Z",
                            "INFO",
                            "WebSocket SSOT loaded - Issue #824: " + seen)))
                .withExposure(new Exposure(312, 40, Duration.ofMinutes(21))),
            "e3")
        .repeat(logs())
        .build();
  }

  private static Gap noPython() {
    return Gap.of(
        GapReason.NOT_INSTALLED,
        "python3 is not installed",
        "Install Python 3 or set `interpreter`, then run again.");
  }

  /** Health is down; the absence of the warning had no exposure. */
  public static RunRecord unhealthy() {
    Identity identity =
        identity(
            "netra-backend-staging-00641-kip",
            IMAGE + ":latest",
            Optional.empty(),
            "2025-09-15T12:24:02Z");
    Waiver waiver =
        new Waiver(
            "ssot-warnings",
            "no-warnings",
            "Several manager classes are expected until phase 2",
            "team-platform",
            LocalDate.parse("2025-10-01"),
            Optional.of("OPS-12"));
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        "0.1.0",
        "staging-validation-889-20250915-1226",
        Instant.parse("2025-09-15T12:26:31Z"),
        Duration.ofMillis(41_230),
        false,
        new Subject(
            Optional.of("889"),
            Optional.of("WebSocket Manager duplication warnings for demo-user-001"),
            Optional.of("P1"),
            Optional.of("fix/issue-889"),
            Optional.of("4be1c07"),
            Optional.empty(),
            List.of()),
        Optional.of(identity),
        Optional.empty(),
        Optional.of(window("2025-09-15T12:24:02Z", "2025-09-15T12:26:31Z")),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        unhealthyChecks(),
        List.of(
            evidence("e1", "http", "GET " + SERVICE_URL + "/health", 1, curl()),
            evidence("e2", "log-read", "log entries of netra-backend-staging-00641-kip", 1, logs()),
            evidence("e3", "http", "GET " + SERVICE_URL + "/health", 2, curl())),
        new Judgment(
            Verdict.FAIL,
            "`health` (blocking) failed: 503, expected 200.",
            Confidence.lowestOf(
                List.of(
                    new Term("blocking checks settled", "3 of 4", Level.MEDIUM),
                    new Term("claims verified", "1 of 3", Level.MEDIUM),
                    new Term("requests served to others", "0", Level.LOW))),
            List.of(
                claim(
                    "The duplication warnings for demo-user-001 are gone.",
                    Answer.NOT_VERIFIED,
                    "0 of 212 entries match, but 0 requests were served and 20 are needed",
                    "dup-warnings"),
                claim(
                    "UnifiedIDManager is active.",
                    Answer.VERIFIED,
                    "1 of 212 entries",
                    "id-manager"),
                claim("The service is healthy.", Answer.REFUTED, "503, expected 200", "health")),
            List.of(new WaiverResult(waiver, WaiverResult.Use.USED)),
            List.of(
                new Remark(
                    Remark.Kind.WAIVER,
                    "Waiver ssot-warnings was used.",
                    Optional.of("no-warnings")),
                new Remark(
                    Remark.Kind.DEPLOYMENT,
                    "The image was deployed by the tag latest, which can move.",
                    Optional.empty()),
                new Remark(
                    Remark.Kind.FLAKY, "It passed at attempt 2 of 2.", Optional.of("id-manager"))),
            List.of(),
            List.of()),
        List.of("$500K+ ARR chat functionality is protected"),
        LAYOUT,
        "stageproof validate -c config/examples/issue-889.yaml",
        Optional.of(SERVICE_URL),
        Optional.empty());
  }

  private static List<CheckResult> unhealthyChecks() {
    Evaluation down =
        Evaluation.of(
                "503, expected 200; p95 8.04 s, at most 1 s",
                List.of(
                    Assertion.of("status", "200", "503", false),
                    new Assertion(
                        "$.status",
                        "healthy",
                        "unhealthy",
                        dev.stageproof.model.Outcome.FAIL,
                        Optional.of(
                            "The body names the database: restore its connection, then run again.")),
                    Assertion.of("p95", "at most 1 s", "8.04 s", false)))
            .withMetrics(
                List.of(
                    Metric.bounded("latency p95", 8_040, Unit.MILLISECONDS, "at most 1 s", false),
                    Metric.measured("samples", 5, Unit.COUNT)))
            .withExcerpts(
                List.of(
                    Excerpt.of(
                        "response body",
                        "{\"status\":\"unhealthy\",\"service\":\"netra-ai-platform\","
                            + "\"database\":\"timeout after 8 s\"}")));
    Exposure exposure = new Exposure(212, 0, Duration.ofSeconds(149));
    Evaluation idManager =
        Evaluation.of(
                "1 of 212 entries",
                List.of(Assertion.of("entries that match", "at least 1", "1 of 212", true)))
            .withExcerpts(
                List.of(line("2025-09-15T12:24:19.120Z", "INFO", "UnifiedIDManager initialized")))
            .withExposure(exposure);
    return List.of(
        check("health", "http", "Health endpoint")
            .in(Section.HEALTH)
            .attempt(Duration.ofMillis(8_040), down, "e1")
            .attempt(Duration.ofMillis(8_020), down, "e3")
            .repeat(curl())
            .build(),
        check("dup-warnings", "log-pattern", "Duplication warnings gone")
            .in(Section.LOGS)
            .attempt(
                SHORT,
                Evaluation.of(
                        "0 of 212 entries match, but 0 requests were served and 20 are needed",
                        List.of(
                            Assertion.of("entries that match", "none", "0 of 212", true),
                            Assertion.unsettled(
                                "requests served",
                                "at least 20",
                                "0",
                                "Send 20 requests to this revision, then run again.")))
                    .withExposure(exposure),
                "e2")
            .repeat(logs())
            .build(),
        check("id-manager", "log-pattern", "UnifiedIDManager initialised")
            .in(Section.LOGS)
            .attempt(
                SHORT,
                Evaluation.of(
                    "0 of 190 entries",
                    List.of(Assertion.of("entries that match", "at least 1", "0 of 190", false))),
                "e2")
            .attempt(SHORT, idManager, "e2")
            .repeat(logs())
            .build(),
        check("no-warnings", "log-pattern", "No SSOT warnings")
            .in(Section.LOGS)
            .attempt(
                SHORT,
                Evaluation.of(
                        "2 of 212 entries, none expected",
                        List.of(Assertion.of("entries that match", "none", "2 of 212", false)))
                    .withExcerpts(
                        List.of(
                            line(
                                "2025-09-15T12:24:20.001Z",
                                "WARNING",
                                "Multiple WebSocket Manager classes found")))
                    .withExposure(exposure),
                "e2")
            .repeat(logs())
            .build());
  }

  /** The target could not be resolved for want of a permission. */
  public static RunRecord inconclusive() {
    Gap denied =
        Gap.noPermission(
            "the caller lacks run.services.get on project netra-staging",
            "Grant roles/run.viewer on netra-staging to the caller, then run again.",
            "run.services.get");
    OnNoData allowed =
        new OnNoData(OnNoData.Then.PASS, Optional.of("Health is watched elsewhere as well."));
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        "0.1.0",
        "staging-validation-1100-20250914-1902",
        Instant.parse("2025-09-14T19:02:00Z"),
        Duration.ofMillis(1_204),
        false,
        new Subject(
            Optional.of("1100"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of()),
        Optional.empty(),
        Optional.of(denied),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(
            unseen("revision", "cloud-run", "Revision ready", Section.DEPLOYMENT, denied).build(),
            unseen("ssot-loaded", "log-pattern", "SSOT loaded", Section.LOGS, denied).build(),
            unseen("health", "http", "Health endpoint", Section.HEALTH, denied)
                .onNoData(allowed)
                .build()),
        List.of(),
        new Judgment(
            Verdict.INCONCLUSIVE,
            "2 of 3 blocking checks could not be settled.",
            Confidence.lowestOf(List.of(new Term("blocking checks settled", "0 of 3", Level.LOW))),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        List.of(),
        LAYOUT,
        "stageproof validate -c config/issue-1100.yaml",
        Optional.of(SERVICE_URL),
        Optional.empty());
  }

  private static SampleCheck unseen(
      String id, String type, String title, Section section, Gap why) {
    return check(id, type, title)
        .in(section)
        .attempt(Duration.ZERO, Evaluation.unseen("the target", why))
        .gap(why);
  }

  /** Interrupted before two of its checks had their say. */
  public static RunRecord partial() {
    RunRecord whole = healthy();
    Gap stopped =
        Gap.of(
            GapReason.STOPPED,
            "the run was stopped before this was asked",
            "Run again, to the end.");
    List<CheckResult> checks =
        List.of(
            whole.checks().get(0),
            check("revision", "cloud-run", "Revision ready and serving")
                .in(Section.DEPLOYMENT)
                .gap(stopped)
                .build(),
            check("ssot-loaded", "log-pattern", "SSOT consolidation active")
                .in(Section.LOGS)
                .gap(stopped)
                .build());
    return new RunRecord(
        whole.schemaVersion(),
        whole.toolVersion(),
        whole.reportId(),
        whole.startedAt(),
        Duration.ofMillis(650),
        true,
        whole.subject(),
        whole.identity(),
        whole.identityGap(),
        whole.window(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        checks,
        whole.evidence().subList(0, 1),
        new Judgment(
            Verdict.INCONCLUSIVE,
            "2 of 3 blocking checks were not run.",
            Confidence.lowestOf(List.of(new Term("blocking checks settled", "1 of 3", Level.LOW))),
            List.of(),
            List.of(),
            List.of(new Remark(Remark.Kind.RUN, "The run was interrupted.", Optional.empty())),
            List.of(),
            List.of()),
        List.of(),
        LAYOUT,
        whole.command(),
        whole.serviceUrl(),
        whole.directory());
  }

  /** Nothing was asked and nothing is known. */
  public static RunRecord empty() {
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        "0.1.0",
        "staging-validation-20250915-0847",
        Instant.parse("2025-09-15T08:47:09Z"),
        Duration.ZERO,
        false,
        Subject.unknown(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        new Judgment(
            Verdict.INCONCLUSIVE,
            "No blocking check passed.",
            Confidence.lowestOf(List.of()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of()),
        List.of(),
        LAYOUT,
        "stageproof validate",
        Optional.empty(),
        Optional.empty());
  }

  private static Identity identity(
      String revision, String image, Optional<String> digest, String deployedAt) {
    return new Identity(
        "netra-staging",
        "us-central1",
        "netra-backend-staging",
        revision,
        "latest-ready",
        Optional.of(image),
        digest,
        Optional.empty(),
        Instant.parse(deployedAt),
        Optional.of("cloud-build"),
        Optional.empty(),
        Optional.of(SERVICE_URL),
        List.of(),
        List.of(new Identity.Share(revision, 100, Optional.empty(), Optional.empty())),
        true,
        Optional.empty(),
        Optional.empty());
  }

  private static Window window(String start, String end) {
    return new Window(Instant.parse(start), Instant.parse(end));
  }

  private static ClaimResult claim(String text, Answer answer, String because, String... checks) {
    return new ClaimResult(new Claim(text, List.of(checks)), answer, because);
  }

  private static Excerpt line(String at, String level, String text) {
    return new Excerpt(
        "run.googleapis.com/stdout", Optional.of(Instant.parse(at)), Optional.of(level), text);
  }

  private static Evidence evidence(
      String id, String kind, String subject, int attempt, String command) {
    return new Evidence(
        id,
        kind,
        subject,
        Map.of(),
        attempt,
        Instant.parse("2025-09-15T12:25:49.120Z"),
        Duration.ofMillis(8_030),
        Optional.empty(),
        Map.of("status", 503),
        "6d0c" + "9f2c61d0b4a7e8135c6f09d2e1b8a7435c90d6e2f1a48b7c3d5e6f708192",
        List.of(command));
  }

  private static String curl() {
    return "curl -sS -i " + SERVICE_URL + "/health";
  }

  private static String describe() {
    return "gcloud run services describe netra-backend-staging --region=us-central1"
        + " --project=netra-staging";
  }

  private static String logs() {
    return "gcloud logging read 'resource.type=\"cloud_run_revision\" AND"
        + " resource.labels.service_name=\"netra-backend-staging\"'"
        + " --project=netra-staging --order=asc --limit=5000 --format=json";
  }
}
