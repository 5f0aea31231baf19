package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
  private static final String HEALTHY = "src/test/resources/records/issue-965.0.1.0.json";
  private static final String UNHEALTHY = "src/test/resources/records/issue-889.0.1.0.json";

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
                + " staging-validation-965-20261120-1213");
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
    Cli run = Cli.run("compare", UNHEALTHY, UNHEALTHY);

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .doesNotContain("Measured otherwise", "Configured otherwise", "NEW ", "GONE")
        .endsWith("\nNo new failure; verdict FAIL -> FAIL.\n");
  }

  @Test
  void twoRevisionsStandBesideEachOther() throws IOException {
    String later =
        Files.readString(Path.of(UNHEALTHY))
            .replaceFirst("(\"toolVersion\": )\"0.1.0\"", "$1\"0.2.0\"");
    Path file = Files.writeString(folder.resolve("later.json"), later);

    Cli run = Cli.run("compare", HEALTHY, file.toString());

    assertThat(run.code()).isEqualTo(ExitCode.FAIL.code());
    assertThat(run.out())
        .startsWith(
            """
            before  PASS  confidence HIGH  netra-backend-staging-00640-wob  staging-validation-965-20261120-1213
            now     FAIL  confidence LOW  netra-backend-staging-00641-kip  staging-validation-889-20261120-1213
            ! The runs were made by different versions of stageproof: 0.1.0 and 0.2.0.

            UNCHANGED     factory-pattern: PASS 1 of 79 entries, 12:11–12:13 UTC
            """)
        .contains("it was configured otherwise then\n")
        .contains("\nGONE          ssot-active: the later run has no check of this name\n")
        .contains("\nMeasured otherwise\n  revision, age: 21 min -> 2 min 29 s\n")
        .endsWith("\nNo new failure; the verdict is worse: PASS -> FAIL.\n");
  }

  @Test
  void runsOfAnotherServiceAreTold() throws IOException {
    String other =
        Files.readString(Path.of(HEALTHY))
            .replaceFirst("(\"service\": )\"netra-backend-staging\"", "$1\"frontend\"");
    Path file = Files.writeString(folder.resolve("other.json"), other);

    assertThat(Cli.run("compare", file.toString(), UNHEALTHY).out())
        .contains(
            "\n! The runs are about different services: netra-staging/us-central1/frontend and"
                + " netra-staging/us-central1/netra-backend-staging.\n")
        .contains("\nGONE          ssot-active: the later run has no check of this name\n");
  }

  @Test
  void theReportIsOfTheLaterRunWithTheEarlierAsItsBaseline() throws IOException {
    Cli run = Cli.run("compare", HEALTHY, failing("sessions"), "-o", "markdown=-");

    assertThat(run.code()).isEqualTo(ExitCode.FAIL.code());
    assertThat(run.out())
        .startsWith("# Issue #965 ")
        .contains("| Baseline | `staging-validation-965-20261120-1213` · an earlier run of ");
    assertThat(run.err()).endsWith("1 new failure; the verdict is worse: PASS -> FAIL.\n");
  }

  @Test
  void whatCanNotBeReadIsAnErrorOfUsage() {
    assertThat(Cli.run("compare", HEALTHY, "reports/samples/issue-965.md").code())
        .isEqualTo(ExitCode.USAGE.code());
    assertThat(Cli.run("compare", HEALTHY).code()).isEqualTo(ExitCode.USAGE.code());
  }
}
