package dev.stageproof.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredRecordsTest {
  private static final Path OLDER = Path.of("src/test/resources/records/issue-889.0.1.0.json");

  @TempDir private Path folder;

  private static void assertRefused(Path file, String why) {
    assertThatThrownBy(() -> StoredRecords.read(file))
        .isInstanceOf(UsageException.class)
        .hasMessage("the record `" + file + "` can't be used: " + why);
  }

  @Test
  void readsARecord() throws UsageException {
    assertThat(StoredRecords.read(OLDER).reportId())
        .isEqualTo("staging-validation-889-20261120-1213");
  }

  @Test
  void aMissingFileIsSaid() {
    assertRefused(
        folder.resolve("none.json"),
        "there is no such file; name one that a run wrote as `-o json=PATH`");
  }

  @Test
  void aFolderIsSaid() {
    assertRefused(folder, "it is a folder; name the file that a run wrote as `-o json=PATH`");
  }

  @Test
  void aReportInMarkdownIsNoRecord() throws IOException {
    Path report = Files.writeString(folder.resolve("report.json"), "{\n  # Report");
    assertRefused(
        report,
        "it is not JSON: line 2, column 3: Unexpected character ('#' (code 35)): was expecting"
            + " double-quote to start field name");
  }

  @Test
  void aRecordThatWasChangedIsNotReliedOn() throws IOException, UsageException {
    String changed =
        Files.readString(OLDER).replaceFirst("\"signaturesCut\": false", "\"signaturesCut\": true");
    Path record = Files.writeString(folder.resolve("changed.json"), changed);

    assertRefused(
        record,
        "it was changed after the run: evidence e7 does not fit its sha256; use the file as the"
            + " run wrote it");
    assertThat(StoredRecords.load(record).changed()).containsExactly("e7");
  }
}
