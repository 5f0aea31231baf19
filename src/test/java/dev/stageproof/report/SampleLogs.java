package dev.stageproof.report;

import static dev.stageproof.report.SampleCheck.check;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.CheckResult;
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
import dev.stageproof.model.LogFindings;
import dev.stageproof.model.LogFindings.Change;
import dev.stageproof.model.LogFindings.Comparison;
import dev.stageproof.model.LogFindings.Read;
import dev.stageproof.model.LogFindings.Side;
import dev.stageproof.model.LogFindings.Signature;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Unit;
import dev.stageproof.model.Verdict;
import dev.stageproof.model.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Runs whose checks read logs, and one of which few checks were selected. */
public final class SampleLogs {
  private static final String REVISION = "netra-backend-staging-00641-kip";
  private static final String PREVIOUS = "netra-backend-staging-00640-wob";
  private static final Window AFTER =
      new Window(Instant.parse("2025-09-15T12:24:02Z"), Instant.parse("2025-09-15T12:26:20Z"));
  private static final Window BEFORE =
      new Window(Instant.parse("2025-09-15T12:02:11Z"), Instant.parse("2025-09-15T12:24:02Z"));
  private static final Duration SHORT = Duration.ofMillis(412);

  private SampleLogs() {}

  /** Two reads, a comparison with the revision before, and signatures of all kinds. */
  public static RunRecord compared() {
    RunRecord run = SampleRuns.unhealthy();
    List<CheckResult> checks =
        Stream.concat(run.checks().stream().limit(1), logChecks().stream()).toList();
    List<Evidence> evidence =
        Stream.concat(
                run.evidence().stream().filter(item -> item.kind().equals("http")),
                Stream.of(evidence("e2", REVISION), evidence("e4", PREVIOUS)))
            .toList();
    return with(run, checks, evidence, Optional.of(withPrevious(run.identity().orElseThrow())));
  }

  /** All but one check were left out by {@code --only}. */
  public static RunRecord selected() {
    RunRecord run = SampleRuns.healthy();
    Gap gap =
        Gap.of(
            GapReason.DESELECTED,
            "it was not selected for this run",
            "run again without --only, --skip and --tag");
    List<CheckResult> left =
        IntStream.rangeClosed(1, 7)
            .mapToObj(i -> check("left-" + i, "log-pattern", "Left out " + i).gap(gap).build())
            .toList();
    return with(
        judged(
            run,
            new Judgment(
                Verdict.INCONCLUSIVE,
                "7 blocking checks are not settled: left-1, left-2, left-3 and 4 more.",
                Confidence.lowestOf(
                    List.of(new Term("blocking checks settled", "1 of 8", Level.LOW))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of())),
        Stream.concat(run.checks().stream().limit(1), left.stream()).toList(),
        run.evidence().subList(0, 1),
        run.identity());
  }

  private static List<CheckResult> logChecks() {
    return List.of(
        dupWarnings(),
        check("id-manager", "log-pattern", "UnifiedIDManager initialised")
            .group("Issue 889")
            .attempt(
                SHORT,
                log(
                        "1 of 212 entries, 12:24–12:26 UTC",
                        Assertion.of("matching entries", "at least 1", "1 of 212 entries", true))
                    .withExcerpts(
                        List.of(
                            line("12:24:19.120", "INFO", "stdout", "UnifiedIDManager initialized")))
                    .withLogs(found(List.of(), List.of())),
                "e2")
            .repeat(narrowed("UnifiedIDManager initialized"))
            .build(),
        check("no-restarts", "log-pattern", "The container never exited")
            .in(Section.LOGS)
            .attempt(
                SHORT,
                log(
                        "0 of 212 entries, 12:24–12:26 UTC",
                        Assertion.of("matching entries", "none", "0 of 212 entries", true),
                        Assertion.of("entries read", "at least 100", "212", true))
                    .withLogs(found(List.of(), List.of())),
                "e2")
            .repeat(narrowed("Container called exit"))
            .build(),
        check("no-warnings", "log-pattern", "No SSOT warnings")
            .in(Section.LOGS)
            .attempt(
                SHORT,
                log(
                        "2 of 212 entries, 12:24–12:26 UTC",
                        Assertion.of("matching entries", "none", "2 of 212 entries", false))
                    .withExcerpts(
                        List.of(
                            line(
                                "12:24:20.001",
                                "WARNING",
                                "stdout",
                                "Multiple WebSocket Manager classes found")))
                    .withLogs(found(List.of(), List.of())),
                "e2")
            .repeat(narrowed("Multiple WebSocket Manager classes"))
            .build(),
        novelty(),
        connections());
  }

  private static CheckResult dupWarnings() {
    Comparison comparison =
        new Comparison(
            "demo-user-001.*duplicat",
            new Side(PREVIOUS, BEFORE, 412, 1_904, Optional.empty(), 6),
            new Side(REVISION, AFTER, 0, 212, Optional.empty(), 0),
            Optional.of(Outcome.INCONCLUSIVE));
    return check("dup-warnings", "log-pattern", "Duplication warnings gone")
        .in(Section.LOGS)
        .attempt(
            SHORT,
            log(
                    "0 of 212 entries, 12:24–12:26 UTC; requests served: 0, needed at least 20",
                    Assertion.unsettled(
                        "matching entries", "none", "0 of 212 entries", "send 20 requests"),
                    Assertion.unsettled("requests served", "at least 20", "0", "send 20 requests"))
                .withMetrics(
                    List.of(
                        Metric.measured("matching entries", 0, Unit.COUNT),
                        Metric.measured("entries read", 212, Unit.COUNT),
                        Metric.measured("requests served", 0, Unit.COUNT),
                        Metric.measured("wait for ingestion", 2_100, Unit.MILLISECONDS)))
                .withLogs(found(List.of(comparison), List.of())),
            "e2",
            "e4")
        .repeat(narrowed("demo-user-001.*duplicat"))
        .build();
  }

  private static CheckResult novelty() {
    List<Signature> signatures =
        Stream.of(
                Stream.of(
                    signature("retry <num> of <num>", "WARNING", 4, Change.KNOWN),
                    signature("duplicate manager for <quoted>", "WARNING", 6, Change.GONE),
                    signature(
                        "Cloud SQL connection to <path> timed out after <num> s",
                        "ERROR",
                        3,
                        Change.NEW)),
                IntStream.rangeClosed(1, 11)
                    .mapToObj(i -> signature("new line " + i, "NOTICE", i, Change.NEW)))
            .flatMap(it -> it)
            .toList();
    return check("novelty", "log-novelty", "No new error signatures")
        .in(Section.LOGS)
        .advisory()
        .attempt(
            SHORT,
            log(
                    "12 new signatures, 1 known, 1 gone",
                    Assertion.of("new signatures", "at most 0", "12", false))
                .withExcerpts(List.of(signatures.get(2).example()))
                .withLogs(found(List.of(), signatures)),
            "e2",
            "e4")
        .repeat(narrowed("."))
        .build();
  }

  /** A check on the log of the revision before: the second read. */
  private static CheckResult connections() {
    Read read =
        new Read(
            PREVIOUS,
            BEFORE,
            1_904,
            412,
            new TreeMap<>(Map.of("ERROR", 6L, "INFO", 1_888L, "AUDIT", 10L)),
            false,
            Optional.empty(),
            "no entry after the window's end was readable",
            20,
            Optional.empty(),
            Duration.ofMinutes(1),
            LongStream.range(0, 22).map(i -> i == 3 ? 0 : 80 + i).boxed().toList());
    return check("connections", "log-metric", "Database connections")
        .in(Section.LOGS)
        .attempt(
            SHORT,
            log(
                    "mean 20.3 of 41 values",
                    Assertion.of("mean", "at most 22", "20.3", true),
                    Assertion.of("values", "at least 10", "41", true))
                .withMetrics(
                    List.of(
                        Metric.bounded("connections mean", 20.3, Unit.COUNT, "at most 22", true),
                        Metric.bounded("connections p99", 22, Unit.COUNT, "at most 25", true),
                        Metric.measured("connections max", 22, Unit.COUNT)))
                .withLogs(new LogFindings(read, List.of(), List.of())),
            "e4")
        .repeat(narrowed("connections: (\\d+)"))
        .build();
  }

  private static Evaluation log(String headline, Assertion... assertions) {
    return Evaluation.of(headline, List.of(assertions))
        .withExposure(new Exposure(212, 0, Duration.ofSeconds(138)));
  }

  private static LogFindings found(List<Comparison> comparisons, List<Signature> signatures) {
    Map<String, Long> severities = new LinkedHashMap<>();
    severities.put("ERROR", 3L);
    severities.put("INFO", 200L);
    severities.put("WARNING", 9L);
    Read read =
        new Read(
            REVISION,
            AFTER,
            212,
            0,
            severities,
            true,
            Optional.of(Duration.ofMillis(2_100)),
            "marked request readable after 2.1 s, answered by " + REVISION,
            1,
            Optional.empty(),
            Duration.ofSeconds(30),
            List.of(20L, 96L, 60L, 30L, 6L));
    return new LogFindings(read, comparisons, signatures);
  }

  private static Signature signature(String text, String severity, long count, Change change) {
    return new Signature(
        text,
        severity,
        count,
        change == Change.GONE ? Optional.of(count / 412.0) : Optional.empty(),
        Instant.parse("2025-09-15T12:24:50Z"),
        line("12:24:50.783", severity, "stderr", text.replace("<num>", "8")),
        change);
  }

  private static Excerpt line(String at, String level, String log, String text) {
    return new Excerpt(
        "run.googleapis.com/" + log,
        Optional.of(Instant.parse("2025-09-15T" + at + "Z")),
        Optional.of(level),
        text);
  }

  private static String narrowed(String pattern) {
    return read(REVISION, " AND textPayload=~\"" + pattern + "\"");
  }

  private static String read(String revision, String more) {
    return "gcloud logging read 'resource.type=\"cloud_run_revision\" AND"
        + " resource.labels.service_name=\"netra-backend-staging\" AND"
        + (" resource.labels.revision_name=\"" + revision + "\"" + more + "'")
        + " --project=netra-staging --order=asc --limit=50000 --format=json";
  }

  private static Evidence evidence(String id, String revision) {
    return new Evidence(
        id,
        "log-read",
        "log entries of " + revision,
        Map.of(),
        1,
        Instant.parse("2025-09-15T12:25:49.120Z"),
        Duration.ofMillis(3_420),
        Optional.empty(),
        Map.of("entries", 212),
        "c261f2b8e1c56d0c9f2c61d0b4a7e8135c6f09d2e1b8a7435c90d6e2f1a48b7c",
        List.of(read(revision, "")));
  }

  private static Identity withPrevious(Identity identity) {
    return new Identity(
        identity.project(),
        identity.region(),
        identity.service(),
        identity.revision(),
        identity.askedAs(),
        identity.image(),
        identity.digest(),
        identity.commit(),
        identity.deployedAt(),
        identity.deployedBy(),
        identity.creator(),
        identity.url(),
        identity.audiences(),
        identity.traffic(),
        identity.meantToServe(),
        Optional.of(new Identity.Previous(PREVIOUS, BEFORE.start(), Optional.empty())),
        identity.previousGap());
  }

  /** The same run with another judgment. */
  static RunRecord judged(RunRecord run, Judgment judgment) {
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
        Optional.empty(),
        List.of(),
        Optional.empty(),
        run.checks(),
        run.evidence(),
        judgment,
        run.notes(),
        run.report(),
        run.command(),
        run.serviceUrl(),
        run.directory());
  }

  private static RunRecord with(
      RunRecord run,
      List<CheckResult> checks,
      List<Evidence> evidence,
      Optional<Identity> identity) {
    return new RunRecord(
        run.schemaVersion(),
        run.toolVersion(),
        run.reportId(),
        run.startedAt(),
        run.took(),
        false,
        run.subject(),
        identity,
        run.identityGap(),
        run.window(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        checks,
        evidence,
        run.judgment(),
        run.notes(),
        run.report(),
        run.command(),
        run.serviceUrl(),
        run.directory());
  }
}
