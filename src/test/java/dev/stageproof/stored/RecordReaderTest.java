package dev.stageproof.stored;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.longs;

import dev.stageproof.formats.json.JsonFormat;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.Identity;
import dev.stageproof.model.Identity.Share;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import dev.stageproof.shape.AnyRecord;
import dev.stageproof.spi.RenderOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordReaderTest {
  private static final Path OLDER = Path.of("src/test/resources/records");

  private static StoredRecord read(String json) throws IOException, UnreadableRecordException {
    return RecordReader.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
  }

  private static String json(RunRecord record) throws IOException {
    StringBuilder out = new StringBuilder();
    new JsonFormat().render(record, RenderOptions.standard(), out);
    return out.toString();
  }

  private static void assertRefused(String json, String message) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage(message);
  }

  private static String older() throws IOException {
    return Files.readString(OLDER.resolve("issue-889.0.1.0.json"));
  }

  @Test
  void anyRecordIsWrittenAgainByteForByte() {
    qt().withExamples(50)
        .forAll(longs().all())
        .checkAssert(
            seed -> {
              try {
                String written = json(readable(AnyRecord.of(RunRecord.class, seed)));
                assertThat(json(read(written).record())).isEqualTo(written);
              } catch (IOException | UnreadableRecordException e) {
                throw new AssertionError(e);
              }
            });
  }

  /** Made-up records have made-up versions. */
  private static RunRecord readable(RunRecord r) {
    return new RunRecord(
        RunRecord.SCHEMA_VERSION,
        r.toolVersion(),
        r.reportId(),
        r.startedAt(),
        r.took(),
        r.partial(),
        r.subject(),
        r.identity(),
        r.identityGap(),
        r.window(),
        r.configuration(),
        r.movement(),
        r.baseline(),
        r.checks(),
        r.evidence(),
        r.judgment(),
        r.notes(),
        r.report(),
        r.command(),
        r.serviceUrl(),
        r.directory(),
        r.merged());
  }

  @ParameterizedTest
  @CsvSource({
    "issue-965.0.1.0.json, PASS, 10, netra-backend-staging-00640-wob",
    "issue-889.0.1.0.json, FAIL, 7, netra-backend-staging-00641-kip"
  })
  void aRecordOfAnOlderVersionIsReadInTodaysWords(
      String name, Verdict verdict, int checks, String revision) throws Exception {
    StoredRecord stored = RecordReader.read(Files.newInputStream(OLDER.resolve(name)));

    assertThat(stored.changed()).isEmpty();
    RunRecord record = stored.record();
    assertThat(record.judgment().verdict()).isEqualTo(verdict);
    assertThat(record.checks()).hasSize(checks);
    Identity identity = record.identity().orElseThrow();
    assertThat(identity.askedAs()).isEqualTo(revision);
    assertThat(identity.traffic())
        .containsExactly(new Share(revision, 100, Optional.empty(), Optional.empty()));
    assertThat(identity.trafficPercent()).isEqualTo(100);
    assertThat(identity.meantToServe()).isTrue();
    assertThat(record.baseline()).isEmpty();
    assertThat(record.evidence()).extracting(Evidence::asked).allMatch(Map::isEmpty);
  }

  @Test
  void changedEvidenceIsNamed() throws Exception {
    String changed = older().replaceFirst("\"signaturesCut\": false", "\"signaturesCut\": true");

    assertThat(read(changed).changed()).containsExactly("e7");
  }

  @Test
  void aNewerFormatIsRefused() throws IOException {
    assertRefused(
        older().replaceFirst("\"schemaVersion\": 1", "\"schemaVersion\": 2"),
        "it is written in version 2 of the format, and this stageproof reads versions up to 1;"
            + " read it with a newer stageproof");
  }

  @Test
  void whatANewerMinorVersionAddsIsPassedBy() throws Exception {
    String newer = older().replaceFirst("\\{", "{\"invented\": {\"later\": [1]},");

    assertThat(read(newer).record()).isEqualTo(read(older()).record());
  }

  @Test
  void otherJsonIsNoRecord() {
    String message =
        "it is JSON, but not the record of a stageproof run: it lacks `schemaVersion` or"
            + " `reportId`";
    assertRefused("{}", message);
    assertRefused("{\"schemaVersion\": \"1\", \"reportId\": \"r\"}", message);
    assertRefused("{\"schemaVersion\": 1}", message);
  }

  @Test
  void whatIsNotJsonIsRefusedWithItsPlace() {
    assertRefused(
        "# Report\n",
        "it is not JSON: line 1, column 1: Unexpected character ('#' (code 35)): expected a valid"
            + " value (JSON String, Number, Array, Object or token 'null', 'true' or 'false')");
  }

  @Test
  void damageIsShownByItsPath() throws IOException {
    assertRefused(
        older().replaceFirst("\"outcome\": \"FAIL\",", "\"outcome\": \"FINE\","),
        "it is damaged: checks[1].outcome: expected one of PASS, FAIL, INCONCLUSIVE, SKIPPED,"
            + " found the text `FINE`");
  }
}
