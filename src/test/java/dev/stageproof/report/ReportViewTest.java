package dev.stageproof.report;

import static dev.stageproof.report.SampleCheck.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.Remark;
import dev.stageproof.model.ReportSettings;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.RunRecord;
import dev.stageproof.shape.Rewrite;
import dev.stageproof.spi.MarkStyle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportViewTest {

  @Test
  void sameRecordGivesAnEqualView() {
    assertThat(ReportView.of(SampleRuns.unhealthy()))
        .isEqualTo(ReportView.of(SampleRuns.unhealthy()));
  }

  @Test
  void sectionsStandInTheConfiguredOrderAndEmptyOnesAreLeftOut() {
    var settings =
        new ReportSettings(
            Optional.of("Nightly check."),
            List.of(Section.EVIDENCE, Section.NOTES, Section.DEPLOYMENT, Section.SUMMARY));
    ReportView view = ReportView.of(laidOut(SampleRuns.unhealthy(), settings));

    assertThat(view.title()).isEqualTo("Nightly check");
    assertThat(view.sections())
        .extracting(SectionView::heading)
        .containsExactly("Evidence", "Notes", "Executive Summary");
  }

  @Test
  void checksWithoutAPartOfTheirOwnAreNotLinked() {
    var settings = new ReportSettings(Optional.empty(), List.of(Section.METRICS));
    ReportView view = ReportView.of(laidOut(SampleRuns.unhealthy(), settings));

    assertThat(section(view, MetricsSection.class).rows())
        .allSatisfy(row -> assertThat(row.metric().anchor()).isEmpty());
  }

  @Test
  void bannerSaysWhatWasNotRunAndThatTheRunIsPartial() {
    assertThat(ReportView.of(SampleRuns.partial()).banner().alerts())
        .extracting(alert -> alert.what() + ": " + alert.text())
        .containsExactly(
            "Partial run: it was stopped before every check had its say.",
            "Not run: 2 of 3 checks: revision, ssot-loaded.");
  }

  @Test
  void bannerSaysThatNothingDeployedWasIdentifiedAndWhy() {
    assertThat(ReportView.of(SampleRuns.inconclusive()).banner().alerts())
        .extracting(Banner.Alert::text)
        .containsExactly(
            "the caller lacks run.services.get on project netra-staging."
                + " Grant roles/run.viewer on netra-staging to the caller, then run again.");
    assertThat(ReportView.of(SampleRuns.empty()).banner().alerts())
        .extracting(Banner.Alert::text)
        .containsExactly("The configuration names no target.");
  }

  @Test
  void adviceFollowsFromTheVerdict() {
    assertThat(advice(SampleRuns.healthy()))
        .isEqualTo("Promote `netra-backend-staging-00640-wob`.");
    assertThat(advice(SampleRuns.unhealthy())).isEqualTo("Do not promote.");
    assertThat(advice(SampleRuns.inconclusive())).isEqualTo("Not proven; don't promote yet.");
  }

  @Test
  void passForNoIdentifiedRevisionIsNoAdviceToPromote() {
    assertThat(advice(unidentified(SampleRuns.healthy(), Optional.empty())))
        .isEqualTo("Passed, but for no identified revision; identify it before promoting.");
  }

  @Test
  void aRunWithoutATargetSaysThatNothingDeployedWasObserved() {
    ReportView report =
        ReportView.of(
            unidentified(
                SampleRuns.healthy(),
                Optional.of(Gap.of(GapReason.UNKNOWN_TARGET, "it names no target", "Name one."))));

    assertThat(report.title()).isEqualTo("Issue #965 Validation Report");
    assertThat(report.banner().advice()).isEqualTo("Passed; nothing deployed was observed.");
    assertThat(report.facts())
        .contains(Fact.text("Revision", "none: nothing deployed was observed"));
    assertThat(section(report, SummarySection.class).asked()).isEqualTo("Asked");
  }

  private static RunRecord unidentified(RunRecord run, Optional<Gap> why) {
    return new RunRecord(
        run.schemaVersion(),
        run.toolVersion(),
        run.reportId(),
        run.startedAt(),
        run.took(),
        run.partial(),
        run.subject(),
        Optional.empty(),
        why,
        run.window(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        run.checks(),
        run.evidence(),
        run.judgment(),
        run.notes(),
        run.report(),
        run.command(),
        run.serviceUrl(),
        run.directory());
  }

  @Test
  void ageIsMeasuredFromTheRunNotFromToday() {
    assertThat(ReportView.of(SampleRuns.unhealthy()).facts())
        .filteredOn(fact -> fact.name().equals("Revision"))
        .extracting(Fact::text)
        .containsExactly(
            "asked for as latest-ready; deployed 2025-09-15 12:24:02 UTC,"
                + " 2 min 29 s before this run, by cloud-build");
  }

  @Test
  void waivedFailureStaysAFailure() {
    assertThat(section(ReportView.of(SampleRuns.unhealthy()), MetricsSection.class).rows())
        .filteredOn(row -> row.metric().text().equals("No SSOT warnings"))
        .extracting(MetricsSection.Row::status)
        .containsExactly(new Status("❌", "FAIL", true, List.of("waived by ssot-warnings")));
  }

  @Test
  void waivedFailureDoesNotDecide() {
    var recommendation =
        section(ReportView.of(SampleRuns.unhealthy()), RecommendationSection.class);

    assertThat(recommendation.checks().orElseThrow().shown())
        .extracting(Link::text)
        .containsExactly("health");
  }

  @Test
  void stepsThatHelpSeveralChecksAreSaidOnce() {
    assertThat(section(ReportView.of(SampleRuns.inconclusive()), NextStepsSection.class).steps())
        .hasSize(1)
        .first()
        .satisfies(step -> assertThat(step.checks().shown()).hasSize(3));
  }

  @Test
  void blockingFailuresComeFirstAndWaivedOnesLast() {
    assertThat(section(ReportView.of(SampleRuns.unhealthy()), NextStepsSection.class).steps())
        .extracting(step -> step.checks().shown().get(0).text())
        .containsExactly("health", "dup-warnings", "no-warnings");
  }

  @Test
  void checkThatComparedNothingSaysWhatItLacks() {
    RunRecord run = withChecks(check("bare", "http", "Bare").attempt(Duration.ofMillis(1), none()));

    assertThat(section(ReportView.of(run), NextStepsSection.class).steps())
        .extracting(NextStepsSection.Step::text)
        .containsExactly("Nothing was compared: give the check something to expect.");
  }

  @Test
  void advisoryFailureSaysWhatWasFoundAndThatItDoesNotBlock() {
    RunRecord run =
        withChecks(
            check("a", "http", "A").attempt(Duration.ofMillis(1), bad()),
            check("b", "http", "B").advisory().attempt(Duration.ofMillis(1), bad()));

    assertThat(section(ReportView.of(run), NextStepsSection.class).steps())
        .extracting(NextStepsSection.Step::text)
        .containsExactly(
            "Found status: 503, expected 200. Mend it, then run again.",
            "Found status: 503, expected 200."
                + " It does not block; mend it, or waive it with a reason if it is expected.");
  }

  @Test
  void checksThatWereNotSelectedAreOneLineAndNoSections() {
    ReportView view = ReportView.of(SampleLogs.selected());

    assertThat(section(view, MetricsSection.class).unselected())
        .contains(
            "7 checks were not selected: left-1, left-2, left-3, left-4, left-5, left-6, left-7.");
    assertThat(section(view, MetricsSection.class).rows()).hasSize(1);
    assertThat(section(view, MetricsSection.class).folded())
        .hasSize(7)
        .allSatisfy(row -> assertThat(row.status().outcome()).isEqualTo("SKIPPED"));
    assertThat(view.sections())
        .filteredOn(ChecksSection.class::isInstance)
        .extracting(SectionView::heading)
        .containsExactly("Service Health");
    assertThat(section(view, SummarySection.class).deciding())
        .extracting(row -> row.check().text() + ": " + row.because())
        .containsExactly("7 blocking checks: not selected for this run");
    assertThat(section(view, NextStepsSection.class).steps())
        .extracting(step -> step.checks().more().orElse(""))
        .containsExactly("and 2 more");
  }

  @Test
  void bannerCountsBlockingAndAdvisoryChecksApart() {
    assertThat(ReportView.of(SampleLogs.compared()).banner().tally())
        .isEqualTo("6 blocking: 3 ✅ 2 ❌ 1 ❔ · 1 advisory: 1 ❌");
  }

  @Test
  void reasonOfAClaimIsShortAndNamesOnlyWhatDecides() {
    assertThat(section(ReportView.of(SampleLogs.compared()), SummarySection.class).claims())
        .extracting(SummarySection.Answer::because)
        .first()
        .isEqualTo(
            new Because(
                List.of(
                    new Because.Reason(
                        new Link("dup-warnings", Optional.of("dup-warnings")),
                        "0 of 212 entries; requests served: 0, needed at least 20")),
                Optional.empty()));
  }

  @Test
  void wayBackIsShownAfterAFailureOnly() {
    var failed = section(ReportView.of(SampleLogs.compared()), RecommendationSection.class);
    var unsettled = section(ReportView.of(SampleLogs.selected()), RecommendationSection.class);

    assertThat(failed.rollback())
        .contains(
            new Rollback(
                "netra-backend-staging-00640-wob",
                "which this run did not validate",
                "gcloud run services update-traffic netra-backend-staging"
                    + " --to-revisions=netra-backend-staging-00640-wob=100"
                    + " --region=us-central1 --project=netra-staging"));
    assertThat(unsettled.rollback()).isEmpty();
  }

  @Test
  void foreignNamesInTheWayBackAreQuoted() {
    RunRecord run = Rewrite.strings(SampleLogs.compared(), (key, text) -> text + "'; rm -rf x");

    assertThat(
            section(ReportView.of(run), RecommendationSection.class)
                .rollback()
                .orElseThrow()
                .command())
        .startsWith(
            "gcloud run services update-traffic 'netra-backend-staging'\\''; rm -rf x'"
                + " --to-revisions='netra-backend-staging-00640-wob'\\''; rm -rf x'=100");
  }

  @Test
  void remarkLinksItsCheckWhereItNamesIt() {
    Remark remark =
        new Remark(Remark.Kind.ADVISORY_FAILURE, "Advisory check a failed: 503.", Optional.of("a"));
    Remark silent = new Remark(Remark.Kind.FLAKY, "It passed at attempt 2.", Optional.of("a"));
    RunRecord run = SampleRuns.empty();
    Link link = new Link("a", Optional.empty());

    assertThat(
            ObservationsSection.of(
                    "", Draft.of(remarking(run, remark, silent), Marks.in(MarkStyle.EMOJI)))
                .remarks())
        .containsExactly(
            new ObservationsSection.Row(
                "⚠️", Optional.empty(), "Advisory check ", Optional.of(link), " failed: 503."),
            new ObservationsSection.Row(
                "🔁", Optional.of(link), "It passed at attempt 2.", Optional.empty(), ""));
  }

  @Test
  void commandsThatStandAtTheirChecksDoNotStandWithTheEvidence() {
    var evidence = section(ReportView.of(SampleLogs.compared()), EvidenceSection.class);

    assertThat(evidence.elsewhere()).isTrue();
    assertThat(evidence.script()).isEmpty();
  }

  @Test
  void headingsThatRepeatGetAnchorsOfTheirOwn() {
    RunRecord run =
        withChecks(
            check("imports", "x", "X").group("imports").attempt(Duration.ofMillis(1), good()),
            check("next-steps", "x", "X")
                .group("Next steps")
                .attempt(Duration.ofMillis(1), good()));

    assertThat(section(ReportView.of(run), MetricsSection.class).rows())
        .extracting(row -> row.metric().anchor().orElseThrow())
        .containsExactly("imports-1", "next-steps-1");
  }

  @Test
  void manyAttemptsAreShownByTheirLast() {
    SampleCheck flaky = check("slow", "http", "Slow");
    for (int i = 0; i < 29; i++) {
      flaky.attempt(Duration.ofSeconds(1), bad());
    }
    RunRecord run = withChecks(flaky.attempt(Duration.ofSeconds(1), good()));

    assertThat(section(ReportView.of(run), ChecksSection.class).checks().get(0).facts())
        .containsExactly(
            Fact.text(
                "Attempts",
                "30 (… ❌ ❌ ❌ ❌ ❌ ❌ ❌ ❌ ❌ ✅), flaky: it passed only when repeated; attempt 29 had status: 503, expected 200"));
  }

  private static Evaluation none() {
    return Evaluation.of("nothing compared", List.of());
  }

  private static Evaluation good() {
    return Evaluation.of("200", List.of(Assertion.of("status", "200", "200", true)));
  }

  private static Evaluation bad() {
    return Evaluation.of("503", List.of(Assertion.of("status", "200", "503", false)));
  }

  private static String advice(RunRecord run) {
    return ReportView.of(run).banner().advice();
  }

  private static <S extends SectionView> S section(ReportView view, Class<S> type) {
    return view.sections().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  private static RunRecord remarking(RunRecord run, Remark... remarks) {
    Judgment judgment = run.judgment();
    return SampleLogs.judged(
        run,
        new Judgment(
            judgment.verdict(),
            judgment.because(),
            judgment.confidence(),
            judgment.claims(),
            judgment.waivers(),
            List.of(remarks),
            List.of(),
            List.of()));
  }

  private static RunRecord withChecks(SampleCheck... checks) {
    List<CheckResult> results = Stream.of(checks).map(SampleCheck::build).toList();
    return with(SampleRuns.empty(), results, SampleRuns.empty().report());
  }

  private static RunRecord laidOut(RunRecord run, ReportSettings settings) {
    return with(run, run.checks(), settings);
  }

  private static RunRecord with(RunRecord run, List<CheckResult> checks, ReportSettings settings) {
    return new RunRecord(
        run.schemaVersion(),
        run.toolVersion(),
        run.reportId(),
        Instant.parse("2025-09-15T12:26:31Z"),
        run.took(),
        run.partial(),
        run.subject(),
        run.identity(),
        run.identityGap(),
        run.window(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        checks,
        run.evidence(),
        run.judgment(),
        run.notes(),
        settings,
        run.command(),
        run.serviceUrl(),
        run.directory());
  }
}
