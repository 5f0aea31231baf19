package dev.stageproof.checks.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.Window;
import dev.stageproof.observe.LogFileRequest;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadRequest;
import dev.stageproof.observe.RecordedLogRequest;
import dev.stageproof.observe.Watermarking;
import dev.stageproof.observe.Watermarking.How;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogLookTest {
  private static final LogQuestions QUESTIONS = LogQuestions.nothingMore();
  private static final Window WINDOW = new Window(SampleLog.START, SampleLog.END);
  private static final Instant FROM = Instant.parse("2025-09-14T08:00:00Z");
  private static final Instant TO = Instant.parse("2025-09-14T09:00:00Z");
  private static final LogReadRequest TESTED =
      new LogReadRequest(
          Runs.SOURCE,
          WINDOW,
          QUESTIONS,
          50_000,
          new Watermarking(
              How.REQUEST,
              Duration.ofMinutes(2),
              Optional.of("https://staging.example.com"),
              true));

  private static CheckPlan plan(
      ReadSettings read, Optional<BaselineSettings> baseline, CheckContext context) {
    return new LogLook(read, new ExposureSettings(1, 0), baseline, QUESTIONS).plan(context);
  }

  private static BaselineSettings baseline(
      Optional<String> revision, boolean window, Optional<String> file) {
    return new BaselineSettings(
        revision,
        window ? Optional.of(FROM) : Optional.empty(),
        window ? Optional.of(TO) : Optional.empty(),
        file,
        Optional.empty());
  }

  private static BaselineSettings recorded(
      Optional<String> revision, boolean window, String record) {
    return new BaselineSettings(
        revision,
        window ? Optional.of(FROM) : Optional.empty(),
        window ? Optional.of(TO) : Optional.empty(),
        Optional.empty(),
        Optional.of(record));
  }

  private static LogReadRequest settled(String revision, Window window) {
    return new LogReadRequest(
        Runs.SOURCE.ofRevision(revision),
        window,
        QUESTIONS,
        50_000,
        new Watermarking(How.OFF, Duration.ZERO, Optional.empty(), false));
  }

  private static LogFileRequest file(Optional<String> revision) {
    return new LogFileRequest(
        "/acme/config/logs/export.jsonl", revision, Optional.empty(), QUESTIONS);
  }

  @Test
  void readsTheLogOfTheRevisionInTheWindowAndMarksItsEnd() {
    assertThat(plan(Runs.LIVE, Optional.empty(), Runs.usual())).isEqualTo(CheckPlan.ask(TESTED));
  }

  @Test
  void sendsNoMarkWhereNoneIsAskedFor() {
    ReadSettings newest =
        new ReadSettings(
            Optional.empty(), Optional.empty(), How.NEWEST_ENTRY, Duration.ofSeconds(5), 10);

    assertThat(plan(newest, Optional.empty(), Runs.usual()))
        .isEqualTo(
            CheckPlan.ask(
                new LogReadRequest(
                    Runs.SOURCE,
                    WINDOW,
                    QUESTIONS,
                    10,
                    new Watermarking(
                        How.NEWEST_ENTRY, Duration.ofSeconds(5), Optional.empty(), true))));
  }

  @Test
  void thePreviousRevisionIsReadFromItsDeploymentToTheNext() {
    assertThat(plan(Runs.LIVE, Optional.of(Runs.BEFORE), Runs.usual()))
        .isEqualTo(
            CheckPlan.ask(
                TESTED, settled(Runs.PREVIOUS, new Window(Runs.PREVIOUS_AT, SampleLog.START))));
  }

  @Test
  void withoutAPreviousRevisionTheOtherReadGoesOn() {
    assertThat(plan(Runs.LIVE, Optional.of(Runs.BEFORE), Runs.first()))
        .isEqualTo(CheckPlan.ask(TESTED));
  }

  @Test
  void aBaselineCanBeAnotherStretchOfTheSameRevision() {
    assertThat(
            plan(
                Runs.LIVE,
                Optional.of(baseline(Optional.empty(), true, Optional.empty())),
                Runs.usual()))
        .isEqualTo(CheckPlan.ask(TESTED, settled(Runs.REVISION, new Window(FROM, TO))));
  }

  @Test
  void aBaselineCanBeAStretchOfANamedRevision() {
    assertThat(
            plan(
                Runs.LIVE,
                Optional.of(baseline(Optional.of("old-00001-abc"), true, Optional.empty())),
                Runs.usual()))
        .isEqualTo(CheckPlan.ask(TESTED, settled("old-00001-abc", new Window(FROM, TO))));
  }

  @Test
  void aBaselineCanBeAnExport() {
    assertThat(
            plan(
                Runs.LIVE,
                Optional.of(baseline(Optional.empty(), false, Optional.of("logs/export.jsonl"))),
                Runs.usual()))
        .isEqualTo(CheckPlan.ask(TESTED, file(Optional.empty())));
  }

  @Test
  void anExportIsReadWholeAndForTheRevisionUnderTest() {
    assertThat(plan(Runs.EXPORT, Optional.of(Runs.BEFORE), Runs.usual()))
        .isEqualTo(
            CheckPlan.ask(file(Optional.of(Runs.REVISION)), file(Optional.of(Runs.PREVIOUS))));
  }

  @Test
  void anExportNeedsNoTarget() {
    assertThat(plan(Runs.EXPORT, Optional.empty(), Runs.unknown(GapReason.UNKNOWN_TARGET)))
        .isEqualTo(CheckPlan.ask(file(Optional.empty())));
  }

  @Test
  void anExportWithoutTheTargetThatItShouldBeOfCanNotBePlanned() {
    CheckContext unreachable = Runs.unknown(GapReason.UNREACHABLE);

    assertThat(plan(Runs.EXPORT, Optional.empty(), unreachable))
        .isEqualTo(
            CheckPlan.impossible(Gap.of(GapReason.UNREACHABLE, "not known", "make it known")));
    assertThat(plan(Runs.export(Optional.of("a-00001-abc")), Optional.empty(), unreachable))
        .isEqualTo(CheckPlan.ask(file(Optional.of("a-00001-abc"))));
  }

  @Test
  void standardInputIsNotAPath() {
    ReadSettings stdin =
        new ReadSettings(
            Optional.of("-"), Optional.empty(), How.REQUEST, Duration.ofMinutes(2), 10);

    assertThat(plan(stdin, Optional.empty(), Runs.usual()))
        .isEqualTo(
            CheckPlan.ask(
                new LogFileRequest("-", Optional.of(Runs.REVISION), Optional.empty(), QUESTIONS)));
  }

  @Test
  void anUnknownTargetCanNotBePlanned() {
    assertThat(plan(Runs.LIVE, Optional.empty(), Runs.unknown(GapReason.UNKNOWN_TARGET)))
        .isEqualTo(
            CheckPlan.impossible(Gap.of(GapReason.UNKNOWN_TARGET, "not known", "make it known")));
  }

  @Test
  void withoutAWindowNothingCanBePlanned() {
    CheckContext timeless = Runs.context(Runs.usual().target(), Optional.empty());

    assertThat(plan(Runs.LIVE, Optional.empty(), timeless))
        .isEqualTo(
            CheckPlan.impossible(
                Gap.of(
                    GapReason.UNKNOWN_TARGET,
                    "no window of time to search the log in",
                    "give `window.since` in the configuration, or --since")));
  }

  @Test
  void waitingForIngestionIsPartOfTheTimeout() {
    assertThat(Runs.LIVE.timeout()).isEqualTo(Duration.ofSeconds(140));
    assertThat(Runs.EXPORT.timeout()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void readsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> read(Optional.of(" "), Optional.empty(), Duration.ZERO, 1))
        .isInstanceOf(InvalidSetting.class)
        .hasMessage("`file` names an export, or `-` for standard input");
    assertThatThrownBy(() -> read(Optional.empty(), Optional.of("a"), Duration.ZERO, 1))
        .hasMessage("`revision` goes with `file`; the log is read of the revision under test");
    assertThatThrownBy(() -> read(Optional.empty(), Optional.empty(), Duration.ofSeconds(-1), 1))
        .hasMessage("`max-lag` must not be negative");
    assertThatThrownBy(() -> read(Optional.empty(), Optional.empty(), Duration.ZERO, 0))
        .hasMessage("`max-entries` is 1 or more");
  }

  private static ReadSettings read(
      Optional<String> file, Optional<String> revision, Duration maxLag, int maxEntries) {
    return new ReadSettings(file, revision, How.REQUEST, maxLag, maxEntries);
  }

  @Test
  void anExposureOfNothingIsRefused() {
    assertThatThrownBy(() -> new ExposureSettings(0, 0)).hasMessage("`min-entries` is 1 or more");
    assertThatThrownBy(() -> new ExposureSettings(1, -1)).hasMessage("`min-requests` is 0 or more");
  }

  @Test
  void baselinesThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> baseline(Optional.empty(), false, Optional.empty()))
        .hasMessage("give `revision`, or `from` and `to`, or `file`, or `record`");
    assertThatThrownBy(
            () ->
                new BaselineSettings(
                    Optional.empty(),
                    Optional.of(FROM),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
        .hasMessage("give both `from` and `to`, or none of them");
    assertThatThrownBy(
            () ->
                new BaselineSettings(
                    Optional.empty(),
                    Optional.of(TO),
                    Optional.of(FROM),
                    Optional.empty(),
                    Optional.empty()))
        .hasMessage("`to` must be after `from`");
    assertThatThrownBy(() -> baseline(Optional.empty(), false, Optional.of("")))
        .hasMessage("`file` names an export");
    assertThatThrownBy(() -> recorded(Optional.empty(), false, " "))
        .hasMessage("`record` names the JSON file of an earlier run");
    assertThatThrownBy(() -> recorded(Optional.empty(), true, "old.json"))
        .hasMessage("a `record` is taken as it was read: leave out `file`, `from` and `to`");
  }

  @Test
  void aBaselineCanBeTheRecordOfAnEarlierRun() {
    assertThat(
            plan(
                Runs.LIVE,
                Optional.of(recorded(Optional.empty(), false, "../reports/old.json")),
                Runs.usual()))
        .isEqualTo(
            CheckPlan.ask(
                TESTED,
                new RecordedLogRequest("/acme/reports/old.json", Optional.empty(), QUESTIONS)));
  }

  @Test
  void theRecordsRevisionMayBeNamedOrBeThePreviousOne() {
    assertThat(
            plan(
                Runs.EXPORT,
                Optional.of(recorded(Optional.of("previous"), false, "old.json")),
                Runs.usual()))
        .isEqualTo(
            CheckPlan.ask(
                file(Optional.of(Runs.REVISION)),
                new RecordedLogRequest(
                    "/acme/config/old.json", Optional.of(Runs.PREVIOUS), QUESTIONS)));
  }

  @Test
  void baselinesThatDoNotGoWithTheReadAreRefused() {
    BaselineSettings named = baseline(Optional.of("a"), false, Optional.empty());
    BaselineSettings stretch = baseline(Optional.empty(), true, Optional.empty());
    ReadSettings stdin = read(Optional.of("-"), Optional.empty(), Duration.ZERO, 1);

    assertThatThrownBy(() -> named.requireFits(Runs.LIVE))
        .hasMessage("a named `revision` needs `from` and `to`");
    assertThatThrownBy(() -> stretch.requireFits(Runs.EXPORT))
        .hasMessage("in an export, compare with another `revision` or another `file`");
    assertThatThrownBy(() -> named.requireFits(stdin))
        .hasMessage("standard input can be read only once: give the baseline a `file`");
  }
}
