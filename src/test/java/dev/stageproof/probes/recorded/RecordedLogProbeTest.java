package dev.stageproof.probes.recorded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.stageproof.checks.logs.SampleLog;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.LogQuestions;
import dev.stageproof.observe.LogReadObservation;
import dev.stageproof.observe.LogReadObservation.Signature;
import dev.stageproof.observe.LogSeverity;
import dev.stageproof.observe.RecordedLogRequest;
import dev.stageproof.probes.Deadline;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedLogProbeTest {
  private static final String OTHER = "netra-backend-staging-00640-wob";
  private static final LogQuestions ERRORS = LogQuestions.signatures(LogSeverity.ERROR);
  private static final LogMatcher NEEDLE =
      new LogMatcher(LogMatcher.Kind.LITERAL, "a needle", Optional.empty());
  private static final SampleLog SIGNED =
      SampleLog.complete()
          .signatures(
              new Signature(
                  "timeout after <num> s",
                  LogSeverity.ERROR,
                  3,
                  SampleLog.START,
                  SampleLog.line("timeout after 8 s")));

  @TempDir private Path folder;

  private Path record(Evidence... evidence) throws IOException {
    return Records.write(folder.resolve("record.json"), evidence);
  }

  private static LogReadObservation observe(
      Path record, Optional<String> revision, LogQuestions questions) throws Exception {
    try (var probe = new RecordedLogProbe()) {
      return probe.observe(
          new RecordedLogRequest(record.toString(), revision, questions),
          Deadline.in(Duration.ofSeconds(30)));
    }
  }

  private static Gap gap(Path record, Optional<String> revision, LogQuestions questions) {
    return catchThrowableOfType(
            UnobservedException.class, () -> observe(record, revision, questions))
        .gap();
  }

  private static Gap gap(Path record, LogQuestions questions) {
    return gap(record, Optional.empty(), questions);
  }

  @Test
  void findsTheLogOfTheRevisionThatWasUnderTest() throws Exception {
    Path record =
        record(
            Records.read("e1", OTHER, ERRORS, SampleLog.complete()),
            Records.read("e2", Records.TESTED, ERRORS, SIGNED));

    assertThat(observe(record, Optional.empty(), ERRORS)).isEqualTo(SIGNED.seen());
  }

  @Test
  void findsTheLogOfANamedRevision() throws Exception {
    Path record =
        record(
            Records.read("e1", OTHER, ERRORS, SIGNED),
            Records.read("e2", Records.TESTED, ERRORS, SampleLog.complete()));

    assertThat(observe(record, Optional.of(OTHER), ERRORS)).isEqualTo(SIGNED.seen());
  }

  @Test
  void whatWasCollectedFromALowerSeverityOnAnswersAsWell() throws Exception {
    LogQuestions all = LogQuestions.signatures(LogSeverity.INFO);

    assertThat(observe(record(Records.read("e1", OTHER, all, SIGNED)), Optional.of(OTHER), ERRORS))
        .isEqualTo(SIGNED.seen());
  }

  @Test
  void theReadThatCoversMostIsTaken() throws Exception {
    String start = "2025-09-15T08:00:00Z";
    Path record =
        record(
            Records.read("e1", OTHER, ERRORS, Records.over(SIGNED, start, "2025-09-15T08:10:00Z")),
            Records.read("e2", OTHER, ERRORS, Records.over(SIGNED, start, "2025-09-15T09:00:00Z")),
            Records.read("e3", OTHER, ERRORS, SIGNED),
            Records.read(
                "e4",
                OTHER,
                ERRORS,
                Records.over(SIGNED.cutShort(), start, "2025-09-15T10:00:00Z")));

    assertThat(observe(record, Optional.of(OTHER), ERRORS).window().length())
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void hitsOfTheSameMatcherAnswer() throws Exception {
    SampleLog hits = SampleLog.complete().hits(NEEDLE, 7);
    Path record = record(Records.read("e1", OTHER, LogQuestions.matching(NEEDLE), hits));

    LogReadObservation seen = observe(record, Optional.of(OTHER), LogQuestions.matching(NEEDLE));

    assertThat(seen.hitsOf(NEEDLE).count()).isEqualTo(7);
  }

  @Test
  void anExportThatTheRunReadAnswersToo() throws Exception {
    Path record = record(Records.export("e1", Optional.of(OTHER), SIGNED));

    assertThat(observe(record, Optional.of(OTHER), LogQuestions.nothingMore()))
        .isEqualTo(SIGNED.seen());
  }

  @Test
  void withoutANoveltyCheckThereIsNothingToCompareWith() throws IOException {
    Path record = record(Records.read("e1", OTHER, LogQuestions.nothingMore(), SIGNED));

    assertThat(gap(record, Optional.of(OTHER), ERRORS))
        .isEqualTo(
            Gap.of(
                GapReason.NOT_FOUND,
                "the record "
                    + record
                    + " holds no log read of "
                    + OTHER
                    + " with signatures from ERROR on; it was made without a `log-novelty` check",
                "compare with a record of a run that has a `log-novelty` check with `at-least:"
                    + " error`, or with `{revision: previous}`"));
  }

  /** Else every ERROR would look new, since the record tells of CRITICAL alone. */
  @Test
  void signaturesFromAHigherSeverityOnDoNotAnswer() throws IOException {
    Path record =
        record(Records.read("e1", OTHER, LogQuestions.signatures(LogSeverity.CRITICAL), SIGNED));

    assertThat(gap(record, Optional.of(OTHER), ERRORS).message())
        .endsWith(
            "with signatures from ERROR on; its `log-novelty` checks looked from CRITICAL on");
  }

  @Test
  void signaturesThatWereMaskedOtherwiseDoNotAnswer() throws IOException {
    Path record = record(Records.read("e1", OTHER, ERRORS, Records.masked(SIGNED, 99)));

    assertThat(gap(record, Optional.of(OTHER), ERRORS))
        .isEqualTo(
            Gap.of(
                GapReason.MALFORMED,
                "the record "
                    + record
                    + " masks signatures by rules 99, and this stageproof by rules "
                    + LogReadObservation.MASKING
                    + ", so lines that were there before would look new",
                "validate that revision again with this stageproof, or compare with"
                    + " `{revision: previous}`"));
  }

  @Test
  void hitsThatWereNotAskedForAreNotZero() throws IOException {
    Path record = record(Records.read("e1", OTHER, ERRORS, SIGNED));

    assertThat(gap(record, Optional.of(OTHER), LogQuestions.matching(NEEDLE)).message())
        .endsWith(" holds no count of `a needle` in " + OTHER + "; its run did not ask");
  }

  @Test
  void whatNoOneReadTellsIsNotPutTogether() throws IOException {
    LogMatcher other = new LogMatcher(LogMatcher.Kind.LITERAL, "hay", Optional.empty());
    Path record =
        record(
            Records.read(
                "e1", OTHER, LogQuestions.matching(NEEDLE), SampleLog.complete().hits(NEEDLE, 1)),
            Records.read(
                "e2", OTHER, LogQuestions.matching(other), SampleLog.complete().hits(other, 1)));
    LogQuestions both = LogQuestions.matching(NEEDLE).with(LogQuestions.matching(other));

    assertThat(gap(record, Optional.of(OTHER), both).message())
        .endsWith(" holds no single log read of " + OTHER + " that tells all that is asked");
  }

  @Test
  void anotherRevisionsLogIsNoAnswer() throws IOException {
    Path record =
        record(Records.read("e1", OTHER, ERRORS, SIGNED), Records.failed("e2", Records.TESTED));

    assertThat(gap(record, ERRORS))
        .isEqualTo(
            Gap.of(
                GapReason.NOT_FOUND,
                "the record "
                    + record
                    + " holds no log read of "
                    + Records.TESTED
                    + ", only of "
                    + OTHER,
                "give `baseline.revision` one of these names"));
  }

  @Test
  void aRecordOfAnOlderVersionDoesNotTellWhoseLogItRead() {
    Path older = Path.of("src/test/resources/records/issue-965.0.1.0.json");

    Gap gap = gap(older, ERRORS);

    assertThat(gap.message())
        .isEqualTo("the record " + older + " holds no log read of netra-backend-staging-00640-wob");
    assertThat(gap.settle())
        .isEqualTo(
            "compare with a record of a run that has log checks, written by this version of"
                + " stageproof or a newer one");
  }

  @Test
  void aRecordThatWasChangedIsNotBelieved() throws IOException {
    Path record = record(Records.read("e1", Records.TESTED, ERRORS, SIGNED));
    Files.writeString(
        record, Files.readString(record).replace("timeout after <num> s", "all is well"));

    assertThat(gap(record, ERRORS))
        .isEqualTo(
            Gap.of(
                GapReason.MALFORMED,
                "the record "
                    + record
                    + " was changed after its run: evidence e1 does not fit its sha256",
                "use the file as the run wrote it"));
  }

  @Test
  void whatIsNoRecordIsSaid() throws IOException {
    Path none = folder.resolve("none.json");
    Path text = Files.writeString(folder.resolve("report.md"), "# Report");

    assertThat(gap(none, ERRORS).message()).isEqualTo("the record " + none + " does not exist");
    assertThat(gap(text, ERRORS).message())
        .startsWith("the record " + text + " can't be used: it is not JSON: line 1, column 1: ");
    assertThat(gap(folder, ERRORS).message())
        .isEqualTo("the record " + folder + " can't be read: it is a folder");
    assertThat(gap(none, ERRORS).settle())
        .isEqualTo("name the JSON file that a run wrote as `-o json=PATH`");
  }
}
