package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What -o writes, several at once, and what GitHub Actions gets besides. */
class OutputsTest {
  @TempDir Path folder;
  private Path config;

  /** Nothing is asked of anybody: the one check would run a program, which is not allowed. */
  @BeforeEach
  void configure() throws IOException {
    config =
        Files.writeString(
            folder.resolve("stageproof.yaml"),
            """
            version: 1
            checks:
              - id: tool
                type: command
                run:
                  argv: ["true"]
            """);
  }

  @Test
  void everyFormatOfOneRunInOneFolder() throws IOException {
    Path own = Files.writeString(folder.resolve("own.xml"), "<a>${report.banner.verdict}</a>");
    Path all = Files.createDirectory(folder.resolve("all"));
    List<String> options = new ArrayList<>();
    Stream.of("github-annotations", "github-outputs", "github-summary", "html", "json", "junit")
        .forEach(kind -> options.addAll(List.of("-o", kind + "=" + all)));
    Stream.of("markdown", "prometheus", "tap", "text")
        .forEach(kind -> options.addAll(List.of("-o", kind + "=" + all + "/")));
    Cli run = validate(Map.of(), options.toArray(String[]::new));

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(all.toFile().list()).hasSize(10);
    assertThat(validate(Map.of(), "-o", "junit=" + all, "-o", "template:" + own + "=" + all).err())
        .isEqualTo(
            "two reports go to `" + all + "`, junit and template; give each a place of its own\n");
  }

  @Test
  void formatsListsEveryKind() {
    assertThat(Cli.run("formats").out().lines())
        .hasSize(12)
        .contains(
            "tap                 TAP version 14, a test point per check and one for the verdict, for"
                + " test harnesses.",
            "template:FILE       A report by a FreeMarker template of your own; its ending tells how"
                + " it is escaped: .html, .md, .txt, .xml.");
  }

  @Test
  void ownTemplateIsOneOfSeveralReports() throws IOException {
    Path own = Files.writeString(folder.resolve("own.txt"), "${report.banner.verdict}!");
    Path tap = folder.resolve("run.tap");
    Cli run = validate(Map.of(), "-o", "template:" + own + "=-", "-o", "tap=" + tap);

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(run.out()).isEqualTo("INCONCLUSIVE!");
    assertThat(tap).content().startsWith("TAP version 14\n1..2\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "template=x => report format `template` is asked for by `-o template:FILE=PATH`",
        "json:a=x => report format `json` is asked for by `-o json=PATH`",
        "taap=x => no report format is called `taap`; did you mean `tap`?"
      })
  void outputThatIsAskedForWrongly(String output, String message) {
    Cli run = validate(Map.of(), "-o", output);

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).startsWith(message);
  }

  @Test
  void twoReportsAtOnePlace() {
    Cli run = validate(Map.of(), "-o", "json=-", "-o", "tap=-");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err())
        .isEqualTo(
            "two reports go to standard output, json and tap; give each a place of its own\n");
  }

  @Test
  void wrongTemplateEndsTheRunBeforeItBegins() throws IOException {
    Path own = Files.writeString(folder.resolve("own.txt"), "x\n<#lost>");
    Cli run = validate(Map.of(), "-o", "template:" + own + "=-");

    assertThat(run.code()).isEqualTo(ExitCode.REPORT.code());
    assertThat(run.err())
        .isEqualTo("stageproof: template " + own + ":2:2: Unknown directive: #lost.\n");
  }

  @Test
  void reportThatHasNothingToSayDoesNotKeepTheOthersBack() {
    Path tap = folder.resolve("run.tap");
    Cli run = validate(Map.of(), "-o", "in-toto=-", "-o", "tap=" + tap);

    assertThat(run.code()).isEqualTo(ExitCode.REPORT.code());
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("no in-toto report: no digest of the image is known, so there is nothing to");
    assertThat(tap).exists();
  }

  @Test
  void githubGetsSummaryOutputsAndAnnotations() throws IOException {
    Map<String, String> actions = actions();
    Files.writeString(folder.resolve("outputs"), "earlier=1\n");
    Cli run = validate(actions, "-o", "json=" + folder.resolve("run.json"));

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(run.out()).startsWith("::error title=stageproof%3A INCONCLUSIVE");
    assertThat(folder.resolve("summary")).content().startsWith("# ").contains("INCONCLUSIVE");
    assertThat(folder.resolve("outputs"))
        .content()
        .startsWith("earlier=1\nverdict<<stageproof-")
        .contains("\nINCONCLUSIVE\n");
    assertThat(run.err()).doesNotContain("Report: " + folder.resolve("summary"));
  }

  @Test
  void annotationsLeaveStandardOutputToAReport() {
    Cli run = validate(actions(), "-o", "tap=-");

    assertThat(run.out()).startsWith("TAP version 14\n").doesNotContain("::error");
    assertThat(run.err()).contains("::error title=stageproof%3A INCONCLUSIVE");
  }

  @ParameterizedTest
  @CsvSource({"--no-github,", ",false"})
  void githubCanBeLeftOut(String option, String variable) {
    Map<String, String> environment = new HashMap<>(actions());
    if (variable != null) {
      environment.put("STAGEPROOF_GITHUB", variable);
    }
    List<String> options = new ArrayList<>(List.of("-o", "tap=" + folder.resolve("run.tap")));
    if (option != null) {
      options.add(option);
    }
    Cli run = validate(environment, options.toArray(String[]::new));

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(run.out()).isEmpty();
    assertThat(folder.resolve("summary")).doesNotExist();
  }

  @Test
  void githubsFilesThatCanNotBeWrittenAreAnError() throws IOException {
    Files.createDirectory(folder.resolve("summary"));
    Path tap = folder.resolve("run.tap");
    Cli run = validate(actions(), "-o", "tap=" + tap);

    assertThat(run.code()).isEqualTo(ExitCode.REPORT.code());
    assertThat(run.err())
        .contains("nothing can be added to `" + folder.resolve("summary") + "`: ")
        .contains("leave it out with --no-github");
    assertThat(tap).exists();
    assertThat(folder.resolve("outputs")).exists();
  }

  private Map<String, String> actions() {
    return Map.of(
        "GITHUB_ACTIONS", "true",
        "GITHUB_STEP_SUMMARY", folder.resolve("summary").toString(),
        "GITHUB_OUTPUT", folder.resolve("outputs").toString());
  }

  private Cli validate(Map<String, String> environment, String... options) {
    List<String> words = new ArrayList<>(List.of("validate", "-c", config.toString()));
    words.addAll(List.of(options));
    return Cli.run(environment, words.toArray(String[]::new));
  }
}
