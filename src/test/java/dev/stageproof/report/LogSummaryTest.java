package dev.stageproof.report;

import static dev.stageproof.report.SampleCheck.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Exposure;
import dev.stageproof.model.LogFindings;
import dev.stageproof.model.LogFindings.Comparison;
import dev.stageproof.model.LogFindings.Read;
import dev.stageproof.model.LogFindings.Rest;
import dev.stageproof.model.LogFindings.Side;
import dev.stageproof.model.ReportSettings.Section;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Window;
import dev.stageproof.shape.Rewrite;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogSummaryTest {
  private static final RunRecord RUN = SampleLogs.compared();
  private static final Duration SHORT = Duration.ofMillis(1);

  @Test
  void checksThatShareAReadShowItOnce() {
    assertThat(Views.logs(RUN).reads())
        .extracting(read -> read.number().orElseThrow() + ": " + read.checks())
        .containsExactly("1 of 2: 5", "2 of 2: 1");
  }

  @Test
  void readTellsItsDenominators() {
    LogRead read = Views.logs(RUN).reads().get(0);

    assertThat(read.entries()).isEqualTo("212 entries");
    assertThat(read.requests()).isEqualTo("0 requests served for others than stageproof");
    assertThat(read.extent())
        .isEqualTo("2025-09-15 12:24:02–12:26:20 UTC, 2 min 18 s; complete, in 1 read");
    assertThat(read.ingestion())
        .isEqualTo(
            "marked request readable after 2.1 s, answered by netra-backend-staging-00641-kip");
  }

  @Test
  void lagThatTheProofDoesNotTellIsAdded() {
    RunRecord run =
        Rewrite.strings(RUN, (key, text) -> key.equals("proof") ? "an entry came" : text);

    assertThat(Views.logs(run).reads())
        .extracting(LogRead::ingestion)
        .containsExactly("an entry came; measured lag 2.1 s", "an entry came; no lag was measured");
  }

  @Test
  void severitiesRiseWhateverTheOrderOfTheRecordAndUnknownOnesComeLast() {
    assertThat(Views.logs(RUN).reads())
        .extracting(LogRead::severities)
        .containsExactly("200 INFO, 9 WARNING, 3 ERROR", "1,888 INFO, 6 ERROR, 10 AUDIT");
  }

  @Test
  void readThatStoppedEarlySaysThatNoAbsenceCanRestOnIt() {
    assertThat(Views.logs(RUN).reads())
        .extracting(read -> read.gap().orElse("complete"))
        .containsExactly(
            "complete", "it stopped before the window's end, so no absence can rest on it");
    assertThat(Views.logs(RUN).reads().get(1).ingestion()).endsWith("; no lag was measured");
  }

  private static LogRead cut(Optional<Rest> rest) {
    return Views.logs(cutRun(rest)).reads().get(0);
  }

  private static RunRecord cutRun(Optional<Rest> rest) {
    Read read =
        new Read(
            "a revision",
            new Window(Instant.EPOCH, Instant.EPOCH.plusSeconds(120)),
            50_000,
            0,
            Map.of(),
            false,
            Optional.empty(),
            "proof",
            50,
            rest,
            SHORT,
            List.of());
    Side side =
        new Side("a revision", read.window(), 9, 50_000, rest.map(it -> it.window().start()), 3);
    Comparison comparison = new Comparison("lines", side, side, Optional.empty());
    Evaluation evaluation =
        Evaluation.of("0", List.of(Assertion.of("lines", "none", "0", true)))
            .withLogs(new LogFindings(read, List.of(comparison), List.of()));
    return Views.runOf(
        check("logs", "log-pattern", "Logs").in(Section.LOGS).attempt(SHORT, evaluation));
  }

  @Test
  void countsOverLowerBoundsHaveNoRate() {
    assertThat(Views.logs(cutRun(rest(true))).changes().get(0).rows())
        .extracting(row -> row.what() + " | " + row.after())
        .contains("requests served | at least 9", "entries | at least 50,000", "lines | 3");
  }

  private static Optional<Rest> rest(boolean complete) {
    Window window = new Window(Instant.EPOCH.plusSeconds(60), Instant.EPOCH.plusSeconds(120));
    return Optional.of(new Rest(window, 12, 1, complete));
  }

  @Test
  void readThatStoppedTellsHowTheRestWasSearched() {
    assertThat(cut(rest(true)).extent())
        .isEqualTo(
            "1970-01-01 00:00:00–00:02:00 UTC, 2 min; stopped early, after 50 reads; of the rest,"
                + " 1970-01-01 00:01:00–00:02:00 UTC, 1 min, only 12 entries that can match, in"
                + " 1 read");
    assertThat(cut(rest(true)).gap())
        .contains(
            "it stopped before the window's end, so its amounts are lower bounds; the search of"
                + " the rest found every match");
    assertThat(cut(rest(false)).gap())
        .contains(
            "it stopped before the window's end, so no absence can rest on it but where the"
                + " search of the rest says so");
  }

  @Test
  void readIsRepeatedByTheCommandThatReadsAllOfIt() {
    assertThat(Views.logs(RUN).reads())
        .extracting(read -> read.repeat().orElseThrow().text())
        .satisfiesExactly(
            command -> assertThat(command).contains("00641-kip\"' --project").doesNotContain("=~"),
            command -> assertThat(command).contains("00640-wob\"' --project").doesNotContain("=~"));
  }

  @Test
  void runWithoutFindingsShowsTheWindowThatWasAskedFor() {
    var section =
        ReportView.of(SampleRuns.healthy()).sections().stream()
            .filter(it -> it.heading().equals("Service Logs Analysis"))
            .map(ChecksSection.class::cast)
            .findFirst()
            .orElseThrow();

    assertThat(section.window()).contains("2025-09-15 08:26:09–08:47:09 UTC, 21 min");
    assertThat(section.log().orElseThrow().reads()).isEmpty();
  }

  @Test
  void findingsAreToldApart() {
    assertThat(Views.logs(RUN).found())
        .extracting(group -> group.kind() + ": " + ids(group))
        .containsExactly(
            "Against expectation: [novelty]",
            "Not settled: [dup-warnings]",
            "Positive indicators: [id-manager]",
            "Absences: [no-restarts]",
            "Within bounds: [connections]",
            "Expected noise, waived: [no-warnings]");
  }

  @Test
  void findingShowsItsDenominatorAndTheSeverityOfItsLines() {
    assertThat(Views.logs(RUN).found())
        .flatExtracting(LogFound::items)
        .extracting(LogFound.Item::text)
        .contains(
            "1 of 212 entries · INFO",
            "0 of 212 entries",
            "12 new signatures, 1 known, 1 gone · ERROR · advisory",
            "2 of 212 entries · WARNING · waived by ssot-warnings until 2025-10-01");
  }

  @Test
  void passThatShowsNoLineIsNoPositiveIndicator() {
    RunRecord run =
        Views.runOf(
            check("logs", "log-pattern", "Logs")
                .in(Section.LOGS)
                .attempt(
                    SHORT,
                    Evaluation.of(
                            "2 of 9", List.of(Assertion.of("lines", "at most 2", "2 of 9", true)))
                        .withExposure(new Exposure(9, 0, SHORT))));

    assertThat(Views.logs(run).found()).extracting(LogFound::kind).containsExactly("Within bounds");
  }

  @Test
  void comparisonShowsBothSidesAndWhatTheyAreWeighedBy() {
    assertThat(Views.logs(RUN).changes()).hasSize(1);
    BeforeAfter table = Views.logs(RUN).changes().get(0);

    assertThat(table.before()).isEqualTo("netra-backend-staging-00640-wob");
    assertThat(table.after()).isEqualTo("netra-backend-staging-00641-kip");
    assertThat(table.rows())
        .extracting(row -> row.what() + " | " + row.before() + " | " + row.after())
        .containsExactly(
            "window | 2025-09-15 12:02:11–12:24:02 UTC, 21 min 51 s"
                + " | 2025-09-15 12:24:02–12:26:20 UTC, 2 min 18 s",
            "requests served | 412 | 0",
            "entries | 1,904 | 212",
            "demo-user-001.*duplicat | 6 (3.151 per 1,000 entries) | 0");
    assertThat(table.rows().get(3).result()).contains("❔ INCONCLUSIVE");
  }

  private static List<String> ids(LogFound group) {
    return group.items().stream().map(item -> item.check().text()).toList();
  }
}
