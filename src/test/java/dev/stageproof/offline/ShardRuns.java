package dev.stageproof.offline;

import dev.stageproof.judge.Case;
import dev.stageproof.judge.Judge;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Claim;
import dev.stageproof.model.ClaimResult;
import dev.stageproof.model.Confidence;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Identity.Share;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.OnNoData;
import dev.stageproof.model.OnNoData.Then;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Severity;
import dev.stageproof.model.Subject;
import dev.stageproof.model.Verdict;
import dev.stageproof.model.Waiver;
import dev.stageproof.model.WaiverResult;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Shards of one made-up configuration, each with its own answers. */
final class ShardRuns {
  private static final Instant START = Instant.parse("2025-09-15T08:47:00Z");
  private static final String REVISION = "backend-00640-wob";
  private static final List<Then> THENS = List.of(Then.INCONCLUSIVE, Then.FAIL, Then.PASS);

  private final int seed;
  private final List<Waiver> waivers = new ArrayList<>();

  /** What is configured follows from the seed; three checks, of which one may be waived. */
  ShardRuns(int seed) {
    this.seed = seed;
    if (seed % 3 == 0) {
      LocalDate expires = LocalDate.parse("2025-09-15").plusDays(seed % 2);
      waivers.add(new Waiver("w", "c1", "known", "us", expires, Optional.empty()));
    }
  }

  /** A run with one outcome for each check; SKIPPED is a check that was not selected. */
  RunRecord run(int number, List<Outcome> outcomes) {
    List<CheckResult> checks = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      String id = "e" + (evidence.size() + 1);
      checks.add(check(i, outcomes.get(i), number, id));
      if (outcomes.get(i) != Outcome.SKIPPED) {
        evidence.add(evidence(id, number, i));
      }
    }
    return judged(record(number, checks, evidence));
  }

  private RunRecord record(int number, List<CheckResult> checks, List<Evidence> evidence) {
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        "dev",
        "run-" + number,
        START.plusSeconds(number),
        Duration.ofSeconds(3),
        false,
        Subject.unknown(),
        Optional.of(identity()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        checks,
        evidence,
        nothing(),
        List.of(),
        new ReportSettings(Optional.empty(), List.of(Section.SUMMARY)),
        "stageproof validate --only " + number,
        Optional.empty(),
        Optional.empty());
  }

  /** As the judge would judge it. */
  static RunRecord judged(RunRecord run) {
    return run.withJudgment(Judge.judge(Case.of(run)));
  }

  private Judgment nothing() {
    return new Judgment(
        Verdict.INCONCLUSIVE,
        "",
        Confidence.lowestOf(List.of()),
        List.of(
            new ClaimResult(
                new Claim("It works.", List.of("c0", "c1")), ClaimResult.Answer.NOT_VERIFIED, "")),
        waivers.stream().map(it -> new WaiverResult(it, WaiverResult.Use.UNUSED)).toList(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Identity identity() {
    return new Identity(
        "acme-staging",
        "us-central1",
        "backend",
        REVISION,
        "latest-ready",
        Optional.of("gcr.io/acme/backend@sha256:1"),
        Optional.of("sha256:1"),
        Optional.empty(),
        START.minusSeconds(600),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(new Share(REVISION, 100, Optional.empty(), Optional.empty())),
        true,
        Optional.empty(),
        Optional.empty());
  }

  private CheckResult check(int index, Outcome outcome, int run, String evidence) {
    Random configured = new Random(seed * 31L + index);
    Severity severity = configured.nextInt(4) == 0 ? Severity.ADVISORY : Severity.BLOCKING;
    Then then = THENS.get(configured.nextInt(THENS.size()));
    boolean skipped = outcome == Outcome.SKIPPED;
    return new CheckResult(
        "c" + index,
        "http",
        "Check " + index,
        Section.HEALTH,
        "",
        severity,
        List.of(),
        Map.of("path", "/" + index),
        new OnNoData(then, Optional.of("agreed")),
        outcome,
        skipped ? Duration.ZERO : Duration.ofMillis(12),
        skipped ? List.of() : List.of(attempt(outcome, run, evidence)),
        skipped
            ? Optional.of(Gap.of(GapReason.DESELECTED, "not selected", "run it"))
            : Optional.empty(),
        List.of());
  }

  private static Attempt attempt(Outcome outcome, int run, String evidence) {
    Assertion assertion =
        new Assertion("status", "200", outcome + " of run " + run, outcome, Optional.empty());
    return new Attempt(
        1,
        START.plusSeconds(run),
        Duration.ofMillis(12),
        Evaluation.of(outcome + " of run " + run, List.of(assertion)),
        List.of(evidence));
  }

  private static Evidence evidence(String id, int run, int check) {
    return new Evidence(
        id,
        "http",
        "GET /" + check,
        Map.of(),
        1,
        START.plusSeconds(run),
        Duration.ofMillis(12),
        Optional.empty(),
        Map.of("run", run, "check", check),
        "0000",
        List.of());
  }
}
