package dev.stageproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.gate.Catalog;
import dev.stageproof.gate.UsageException;
import dev.stageproof.report.Goldens;
import dev.stageproof.report.Goldens.Scenario;
import dev.stageproof.spi.ReportFormat;
import dev.stageproof.stored.RecordReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A stored record gives the same reports again, and tells of a report whether it was edited. */
class ReportCommandTest {
  private static final Path SAMPLES = Path.of("reports/samples");
  private static final Path OLDER = Path.of("src/test/resources/records/issue-889.0.1.0.json");
  private static final String RECORD = OLDER.toString();

  @TempDir private Path folder;

  private static List<ReportFormat> formats() throws UsageException {
    return Catalog.with(List.of()).formats().stream()
        .filter(format -> format.argument().isEmpty())
        .toList();
  }

  @Test
  void aRecordWhoseVerdictDoesNotFollowFromItsEvidenceIsNotRendered() throws Exception {
    String record = Files.readString(SAMPLES.resolve("issue-889.json"));
    Path forged = folder.resolve("forged.json");
    Files.writeString(forged, record.replace("\"verdict\": \"FAIL\"", "\"verdict\": \"PASS\""));

    Cli rendered = Cli.run("report", forged.toString());

    assertThat(rendered.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(rendered.out()).isEmpty();
    assertThat(rendered.err())
        .contains(
            "the record does not say what its evidence says, so it is not rendered;"
                + " `stageproof judge RECORD` shows each difference");
  }

  private static String damaged() throws IOException {
    return Files.readString(OLDER)
        .replaceFirst("\"signaturesCut\": false", "\"signaturesCut\": true");
  }

  @Test
  void everyReportThatARunWroteIsWrittenAgainByteForByte() throws Exception {
    List<String> run = new ArrayList<>(List.of("demo", "-q", "--scenario", "issue-965"));
    List<String> again = new ArrayList<>(List.of("report", folder.resolve("r.json").toString()));
    for (ReportFormat format : formats()) {
      run.add("-o");
      run.add(format.kind() + "=" + folder.resolve("r." + format.extension()));
      again.add("-o");
      again.add(format.kind() + "=" + folder.resolve("again." + format.extension()));
    }
    assertThat(Cli.run(run.toArray(String[]::new)).code()).isZero();

    Cli rendered = Cli.run(again.toArray(String[]::new));

    assertThat(rendered.code()).as(rendered.err()).isZero();
    for (ReportFormat format : formats()) {
      assertThat(folder.resolve("again." + format.extension()))
          .hasSameBinaryContentAs(folder.resolve("r." + format.extension()));
      assertThat(
              Cli.run(
                      "report",
                      "--verify",
                      folder.resolve("r." + format.extension()).toString(),
                      "--format",
                      format.kind(),
                      folder.resolve("r.json").toString())
                  .code())
          .as(format.kind())
          .isZero();
    }
  }

  static Stream<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
    }
  }

  /** Whoever changes a report renders the samples again, by the command that this test runs. */
  @ParameterizedTest
  @MethodSource("samples")
  void aSampleIsWhatItsRecordRendersTo(Path record) throws IOException {
    Path report = Path.of(record.toString().replace(".json", ".md"));
    Cli run = Cli.run("report", record.toString(), "-o", "markdown=-");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .as("renew it: ./stageproof report %s -o markdown=%s --overwrite", record, report)
        .isEqualTo(Files.readString(report));
  }

  @ParameterizedTest
  @EnumSource
  void aGoldenRecordGivesEveryGoldenReport(Scenario scenario) throws Exception {
    List<ReportFormat> golden =
        formats().stream().filter(it -> Files.exists(Goldens.file(it, scenario))).toList();
    assertThat(golden).extracting(ReportFormat::kind).contains("json", "junit", "markdown");
    ReportFormat json =
        golden.stream().filter(it -> it.kind().equals("json")).findFirst().orElseThrow();
    byte[] record = Files.readAllBytes(Goldens.file(json, scenario));
    for (ReportFormat format : golden) {
      var stored = RecordReader.read(new ByteArrayInputStream(record)).record();
      assertThat(Goldens.render(format, stored))
          .as(format.kind())
          .isEqualTo(Files.readString(Goldens.file(format, scenario)));
    }
  }

  @Test
  void theRecordMayComeFromStandardInput() throws IOException {
    Cli run = Cli.fed(Files.readString(OLDER), "report", "-", "-o", "markdown=-");

    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("# Issue #889 Staging Deployment Validation Report\n");
    assertThat(Cli.fed("", "report", "-").err())
        .isEqualTo("the record on standard input can't be used: it is not JSON: it is empty\n");
  }

  @Test
  void aRecordWhoseEvidenceWasChangedIsRefused() throws IOException {
    Cli run = Cli.fed(damaged(), "report", "-");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(
            "the record on standard input can't be used: it was changed after the run: evidence e7"
                + " does not fit its sha256; use the file as the run wrote it\n");
  }

  @Test
  void aReportTakesItsRunsNameInAFolderAndReplacesNothing() {
    String out = "markdown=" + folder + "/";
    Path file = folder.resolve("staging-validation-889-20261120-1213.md");

    Cli first = Cli.run("report", RECORD, "-o", out);
    Cli second = Cli.run("report", RECORD, "-o", out);

    assertThat(first.err()).isEqualTo("Report: " + file + "\n");
    assertThat(second.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(second.err())
        .isEqualTo(
            "`"
                + file
                + "` exists, and a report is never overwritten; remove it, name another file, or"
                + " allow it with --overwrite\n");
    assertThat(Cli.run("report", RECORD, "-q", "-o", out, "--overwrite").err()).isEmpty();
  }

  @Test
  void noRecordChoosesAFileOutsideTheFolder() throws IOException {
    String hostile =
        Files.readString(OLDER)
            .replaceFirst("\"reportId\": \"[^\"]+\"", "\"reportId\": \"../../up\"");

    Cli run = Cli.fed(hostile, "report", "-", "-o", "markdown=" + folder + "/");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err())
        .isEqualTo("the record's `reportId` can't name a file, so it is not a run's\n");
  }

  @Test
  void anEditIsShownWithBothTexts() throws IOException {
    String text = Cli.run("report", RECORD).out();
    Path report = folder.resolve("report.md");
    Files.writeString(report, text.replaceFirst("\\*\\*FAIL\\*\\*", "**PASS**"));

    Cli run = Cli.run("report", "--verify", report.toString(), RECORD);

    assertThat(run.code()).isEqualTo(ExitCode.FAIL.code());
    assertThat(run.out())
        .startsWith(
            report
                + " is not what the record renders to as markdown: line 3, column 7\n"
                + "  report: `> ❌ **PASS** · `netra-backend-staging-00641-kip`")
        .contains("(U+0050)\n  record: `> ❌ **FAIL** · `netra-backend-staging-00641-kip`")
        .contains("(U+0046)\nThe record is of stageproof 0.1.0 and this is dev, which may render");
  }

  @Test
  void lineEndsThatGitChangedAreNoEdit() throws IOException {
    String text = Cli.run("report", RECORD).out();
    Path report = Files.writeString(folder.resolve("r.md"), text.replace("\n", "\r\n"), UTF_8);

    Cli all = Cli.run("report", "--verify", report.toString(), RECORD);
    Files.writeString(report, text.replaceFirst("\n", "\r\n"));
    Cli one = Cli.run("report", "--verify", report.toString(), RECORD);

    assertThat(all.code()).isZero();
    assertThat(all.out())
        .isEqualTo(
            report
                + " says what the record says, as markdown; only its lines end with CR LF, as git"
                + " writes them with core.autocrlf.\n");
    assertThat(one.code()).isEqualTo(ExitCode.FAIL.code());
    assertThat(one.out()).contains("line 1, column 50", "(U+000D)", "(the end of the line)");
  }

  @Test
  void aReportWhoseNameTellsNoFormatNeedsOne() throws IOException {
    Path report = folder.resolve("report");
    Files.writeString(report, Cli.run("report", RECORD).out());

    Cli without = Cli.run("report", "--verify", report.toString(), RECORD);

    assertThat(without.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(without.err())
        .startsWith(
            "the format of `" + report + "` can't be told from its name; say it with --format\n");
    assertThat(
            Cli.run("report", "--verify", report.toString(), "--format", "markdown", RECORD).out())
        .isEqualTo(report + " says what the record says, as markdown, byte for byte.\n");
    assertThat(Cli.run("report", "--verify", folder.resolve("no.md").toString(), RECORD).err())
        .isEqualTo("the report `" + folder.resolve("no.md") + "` does not exist\n");
  }
}
