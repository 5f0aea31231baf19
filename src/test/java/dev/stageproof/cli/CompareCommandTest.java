package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  private static final String HEALTHY = "reports/samples/issue-965.json";
  private static final String OLDER = "src/test/resources/records/issue-889.0.1.0.json";
  private static final String NEWER = "reports/samples/issue-889.json";

  @TempDir private Path folder;

  /** The run with another answer of one of its checks, which passes in the sample. */
  private String failing(String check) throws IOException {
    String json = Files.readString(Path.of(HEALTHY));
    int at = json.indexOf("\"id\": \"" + check + "\"");
    String edited =
        json.substring(0, at)
            + json.substring(at).replaceFirst("\"outcome\": \"PASS\"", "\"outcome\": \"FAIL\"");
    return Files.writeString(folder.resolve(check + ".json"), edited).toString();
  }

  @Test
  void aNewFailureIsToldFirstAndFails() throws IOException {
    Cli run = Cli.run("compare", HEALTHY, failing("sessions"));

    assertThat(run.code()).isEqualTo(ExitCode.FAIL.code());
    List<String> lines = run.out().lines().toList();
    assertThat(lines.get(0))
        .isEqualTo(
            "before  PASS  confidence HIGH  netra-backend-staging-00640-wob "
                + " staging-validation-965-20261120-1524");
    assertThat(lines.get(3)).startsWith("NEW           sessions: PASS ").contains(" -> FAIL ");
    assertThat(lines.get(4)).startsWith("PRE-EXISTING  startup-401: FAIL ");
    assertThat(lines.get(5)).startsWith("UNCHANGED     revision: PASS ");
    assertThat(lines.get(lines.size() - 1))
        .isEqualTo("1 new failure; the verdict is worse: PASS -> FAIL.");
  }

  @Test
  void whatWasMendedIsToldAndPasses() throws IOException {
    Cli run = Cli.run("compare", failing("sessions"), HEALTHY);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\nFIXED         sessions: FAIL ")
        .endsWith("\nNo new failure; verdict PASS -> PASS.\n");
  }

  @Test
  void aRunBesideItselfIsUnchanged() {
    Cli run = Cli.run("compare", NEWER, NEWER);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .doesNotContain("Measured otherwise", "Configured otherwise", "NEW ", "GONE")
        .endsWith("\nNo new failure; verdict FAIL -> FAIL.\n");
  }

  @Test
  void anOlderRecordIsCompared() {
    Cli run = Cli.run("compare", OLDER, NEWER);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\nPRE-EXISTING  no-errors: FAIL 3 of 79 entries, 12:11–12:13 UTC -> FAIL 3 of ")
        .contains("it was configured otherwise then\n")
        .contains("\nMeasured otherwise\n  health, latency: 3.21 ms -> 2.11 ms\n");
  }

  @Test
  void runsOfAnotherServiceAreTold() throws IOException {
    String other =
        Files.readString(Path.of(HEALTHY))
            .replaceFirst("(\"service\": )\"netra-backend-staging\"", "$1\"frontend\"");
    Path file = Files.writeString(folder.resolve("other.json"), other);

    assertThat(Cli.run("compare", file.toString(), NEWER).out())
        .contains(
            "\n! The runs are about different services: netra-staging/us-central1/frontend and"
                + " netra-staging/us-central1/netra-backend-staging.\n")
        .contains("\nGONE          ssot-active: the later run has no check of this name\n")
        .contains("\nConfigured otherwise\n  image: ");
  }

  @Test
  void theReportIsOfTheLaterRunWithTheEarlierAsItsBaseline() throws IOException {
    Cli run = Cli.run("compare", HEALTHY, failing("sessions"), "-o", "markdown=-");

    assertThat(run.code()).isEqualTo(ExitCode.FAIL.code());
    assertThat(run.out())
        .startsWith("# Issue #965 ")
        .contains("| Baseline | `staging-validation-965-20261120-1524` · an earlier run of ");
    assertThat(run.err()).endsWith("1 new failure; the verdict is worse: PASS -> FAIL.\n");
  }

  @Test
  void whatCanNotBeReadIsAnErrorOfUsage() {
    assertThat(Cli.run("compare", HEALTHY, "reports/samples/issue-965.md").code())
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(Cli.run("compare", HEALTHY).code()).isEqualTo(ExitCode.USAGE.code());
  }
}
