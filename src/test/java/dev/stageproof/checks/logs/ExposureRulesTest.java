package dev.stageproof.checks.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.LogFindings;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Unreadable;
import dev.stageproof.observe.LogReadObservation.Watermark;
import dev.stageproof.observe.Watermarking.How;
import dev.stageproof.spi.CheckContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExposureRulesTest {
  private static final String EXPECTED = "an entry at or after 2025-09-15T08:47:00Z";

  private static LogReading reading(ReadSettings read, CheckContext context, SampleLog log) {
    LogLook look =
        new LogLook(read, new ExposureSettings(1, 0), Optional.empty(), LogQuestions.nothingMore());
    return look.reading(context, Runs.seen(log));
  }

  private static Assertion ingestion(ReadSettings read, Watermark watermark) {
    return reading(read, Runs.usual(), SampleLog.complete().watermark(watermark))
        .rules()
        .forPresence()
        .get(0);
  }

  private static Evaluation evaluation(LogReading reading) {
    return reading.evaluation("seen", List.of(), List.of(), List.of(), List.of(), List.of());
  }

  @Test
  void aMarkedRequestThatIsReadableProvesIngestion() {
    Watermark marked = SampleLog.marked(Optional.of(200), Optional.of("PT2.1S"), Runs.REVISION);

    assertThat(ingestion(Runs.LIVE, marked))
        .isEqualTo(
            Assertion.of("log ingestion", EXPECTED, "marked request readable after 2.1 s", true));
  }

  @Test
  void aMarkedRequestThatAnotherRevisionAnsweredProvesNothing() {
    Watermark marked = SampleLog.marked(Optional.of(200), Optional.of("PT2.1S"), Runs.PREVIOUS);

    assertThat(ingestion(Runs.LIVE, marked))
        .isEqualTo(
            Assertion.unsettled(
                "log ingestion",
                EXPECTED,
                "the marked request was answered by " + Runs.PREVIOUS,
                "set `target.url` to an address that only "
                    + Runs.REVISION
                    + " answers, such as its tag's, then run again"));
  }

  @Test
  void aNewEntryOfTheRevisionProvesIngestionWhoeverAnsweredTheMark() {
    Watermark marked = SampleLog.marked(Optional.of(200), Optional.of("PT2.1S"), Runs.PREVIOUS);
    Watermark newer = new Watermark(Optional.of(SampleLog.END), true, Duration.ZERO, marked.mark());

    assertThat(ingestion(Runs.LIVE, newer))
        .isEqualTo(
            Assertion.of("log ingestion", EXPECTED, "newest entry 2025-09-15T08:47:00Z", true));
  }

  @Test
  void aMarkedRequestThatNeverShowsLeavesItOpen() {
    Watermark lost = SampleLog.marked(Optional.of(200), Optional.empty(), Runs.REVISION);

    assertThat(ingestion(Runs.LIVE, lost))
        .isEqualTo(
            Assertion.unsettled(
                "log ingestion",
                EXPECTED,
                "marked request not readable, newest entry 2025-09-15T08:46:00Z after waiting"
                    + " 120.0 s",
                "raise `read.max-lag`, and see that request logs are not excluded from the log"
                    + " store"));
  }

  @Test
  void aMarkedRequestThatNobodyAnsweredLeavesItOpen() {
    Watermark lost = SampleLog.marked(Optional.empty(), Optional.empty(), Runs.REVISION);

    assertThat(ingestion(Runs.LIVE, lost).settle())
        .contains(
            "let the service answer, or set `read.watermark` to newest-entry, then run again");
  }

  @Test
  void anEntryAfterTheWindowProvesIngestion() {
    assertThat(ingestion(Runs.LIVE, SampleLog.PASSED).actual())
        .isEqualTo("newest entry 2025-09-15T08:47:00Z");
  }

  @Test
  void withoutAProofNothingIsProvenEvenWhenAnotherCheckAskedForOne() {
    assertThat(ingestion(Runs.UNPROVEN, SampleLog.PASSED))
        .isEqualTo(
            Assertion.unsettled(
                "log ingestion",
                EXPECTED,
                "not looked at: `read.watermark` is off",
                "set `read.watermark` to request or newest-entry, then run again"));
  }

  @Test
  void anExportNeedsNeitherWindowNorIngestion() {
    LogReading export =
        reading(Runs.EXPORT, Runs.usual(), SampleLog.complete().watermark(SampleLog.BEHIND));

    assertThat(export.rules().forAbsence())
        .containsExactly(
            Assertion.of("entries read", "at least 1", "4,312", true),
            Assertion.of("complete read", "every entry of the export", "all 4,312 entries", true));
  }

  @Test
  void anExportThatWasNotReadToItsEndLeavesItOpen() {
    assertThat(
            reading(Runs.EXPORT, Runs.usual(), SampleLog.complete().cutShort())
                .rules()
                .forPresence())
        .containsExactly(
            Assertion.unsettled(
                "complete read",
                "every entry of the export",
                "stopped after 4,312 entries",
                "export again and give the whole file"));
  }

  @Test
  void anExportWithLinesThatCanNotBeReadNamesTheFirst() {
    LogReadObservation seen =
        SampleLog.complete().seen().with(new Unreadable(2, "line 7: not JSON"));
    var rules =
        new ExposureRules(
            new ExposureSettings(1, 0),
            How.OFF,
            Optional.empty(),
            new SeenLog("export", seen, LogQuestions.nothingMore()),
            Optional.empty());

    assertThat(rules.forPresence())
        .extracting(Assertion::actual)
        .containsExactly("4,312 entries, and 2 unreadable: line 7: not JSON");
  }

  @Test
  void theReadIsToldForTheReport() {
    Watermark marked = SampleLog.marked(Optional.of(200), Optional.of("PT2.1S"), Runs.REVISION);
    LogReading reading = reading(Runs.LIVE, Runs.usual(), SampleLog.complete().watermark(marked));

    LogFindings.Read read = evaluation(reading).logs().orElseThrow().read();

    assertThat(read)
        .isEqualTo(
            new LogFindings.Read(
                Runs.REVISION,
                new Window(SampleLog.START, SampleLog.END),
                4312,
                412,
                Map.of("INFO", 4312L, "WARNING", 2L),
                true,
                Optional.of(Duration.ofMillis(2100)),
                "marked request readable after 2.1 s, answered by " + Runs.REVISION,
                5,
                Optional.empty(),
                Duration.ofMinutes(1),
                List.of(3L, 1L)));
    assertThat(read.bySeverity().keySet()).containsExactly("INFO", "WARNING");
  }

  @Test
  void checksThatShareAReadTellItAlikeWhateverProofTheyAskedFor() {
    SampleLog log = SampleLog.complete().watermark(SampleLog.BEHIND);

    assertThat(evaluation(reading(Runs.UNPROVEN, Runs.usual(), log)).logs())
        .isEqualTo(evaluation(reading(Runs.LIVE, Runs.usual(), log)).logs())
        .hasValueSatisfying(
            found ->
                assertThat(found.read().proof())
                    .isEqualTo(
                        "not shown: newest entry 2025-09-15T08:46:00Z after waiting 15.0 s"));
  }

  @Test
  void anExportIsToldByItsNameAndTheRevisionInIt() {
    LogFindings.Read read =
        evaluation(reading(Runs.EXPORT, Runs.usual(), SampleLog.complete()))
            .logs()
            .orElseThrow()
            .read();

    assertThat(read.source()).isEqualTo(Runs.REVISION + " in logs/export.jsonl");
    assertThat(read.proof()).isEqualTo("an export: it holds what it holds");
  }

  @Test
  void whatNeedsNothingIsCertain() {
    Statement certain = Statement.of("hits", "none", "3", false, true);

    assertThat(
            reading(Runs.UNPROVEN, Runs.usual(), SampleLog.of(3, 0).cutShort())
                .rules()
                .settle(List.of(certain)))
        .containsExactly(Assertion.of("hits", "none", "3", false));
  }

  @Test
  void rulesThatSeveralStatementsNeedStandOnce() {
    List<Assertion> settled =
        reading(Runs.LIVE, Runs.usual(), SampleLog.complete())
            .rules()
            .settle(
                List.of(
                    Statement.of("a", "none", "0", true, false),
                    Statement.of("b", "at least 1", "0", false, false)));

    assertThat(settled)
        .extracting(Assertion::what)
        .containsExactly("a", "b", "window", "entries read", "log ingestion", "complete read");
    assertThat(settled.get(1).outcome()).isEqualTo(Outcome.FAIL);
  }
}
