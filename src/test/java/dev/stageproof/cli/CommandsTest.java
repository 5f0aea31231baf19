package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands beside the main one, and what all have in common. */
class CommandsTest {
  @Test
  void exitCodesAreTheDocumentedOnes() {
    assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::code))
        .containsExactly(0, 1, 2, 3, 4, 70, 130);
    assertThat(ExitCode.of(Verdict.PASS)).isEqualTo(ExitCode.PASS);
    assertThat(ExitCode.of(Verdict.FAIL)).isEqualTo(ExitCode.FAIL);
    assertThat(ExitCode.of(Verdict.INCONCLUSIVE)).isEqualTo(ExitCode.INCONCLUSIVE);
  }

  @Test
  void theReadmeListsEveryExitCodeWithItsMeaning() throws IOException {
    assertThat(Files.readString(Path.of("README.md")))
        .contains(
            Arrays.stream(ExitCode.values())
                .map(code -> "| " + code.code() + " | " + code.meaning() + " |")
                .toList());
  }

  @Test
  void aBareCommandSaysWhatIsMissing() {
    Cli run = Cli.run();

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).isEqualTo("stageproof: a command is missing\nTry 'stageproof --help'.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "init",
        "plan",
        "doctor",
        "validate",
        "demo",
        "report",
        "judge",
        "compare",
        "merge",
        "history",
        "publish",
        "publish github",
        "checks",
        "schema",
        "generate-completion"
      })
  void everyCommandHasHelp(String command) {
    Cli run = Cli.run((command + " --help").split(" "));

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Usage: stageproof " + command);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void checksListsEveryTypeAndExplainsOne() {
    assertThat(Cli.run("checks").out())
        .contains("class-presence", "cloud-run", "http", "log-pattern", "python-import");
    assertThat(Cli.run("checks", "http").out())
        .startsWith("http: HTTP endpoint\n")
        .contains("expect.status")
        .contains("type: http");
  }

  @Test
  void anUnknownTypeIsNamedWithTheNearestOne() {
    Cli run = Cli.run("checks", "htp");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).startsWith("no check type is called `htp`; did you mean `http`?\n");
  }

  @Test
  void schemaPrintsTheCommittedOnes() {
    assertThat(Cli.run("schema").out()).startsWith("{").contains("2020-12/schema");
    assertThat(Cli.run("schema", "record").out()).contains("run record");
  }

  @Test
  void completionIsAScript() {
    assertThat(Cli.run("generate-completion").out()).startsWith("#!/usr/bin/env bash");
  }

  @Test
  void anUnknownScenarioIsNamedWithTheKnownOnes() {
    Cli run = Cli.run("demo", "--scenario", "issue-1");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err()).contains("issue-889", "issue-965");
  }

  @Test
  void theUnhealthyDemoFailsAndTellsWhatExposureTheAbsenceHad() {
    Cli run = Cli.run("demo", "--scenario", "issue-889", "-o", "markdown=-");

    assertThat(run.code()).isEqualTo(ExitCode.FAIL.code());
    assertThat(run.out())
        .contains("❌ **FAIL**")
        .contains("| The duplication warnings for demo-user-001 are gone. | ❔ not verified |")
        .contains("requests served");
    assertThat(run.err()).contains("INCONCLUSIVE  dup-warnings");
  }

  @Test
  void noColorKeepsATerminalPlain() {
    var options = new ConsoleOptions();
    var streams = new Streams(System.in, System.out, System.err, true);
    new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs();

    assertThat(Console.of(streams, options, Map.of()).color()).isTrue();
    assertThat(Console.of(streams, options, Map.of("NO_COLOR", "1")).color()).isFalse();
  }
}
