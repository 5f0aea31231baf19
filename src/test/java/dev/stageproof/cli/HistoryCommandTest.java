package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {
  private static final Path OLDER = Path.of("src/test/resources/records");

  @TempDir private Path folder;

  @BeforeEach
  void fill() throws IOException {
    Path inner = Files.createDirectories(folder.resolve("run-2"));
    Files.copy(OLDER.resolve("issue-965.0.1.0.json"), folder.resolve("a.json"));
    Files.copy(OLDER.resolve("issue-889.0.1.0.json"), inner.resolve("b.json"));
    Files.writeString(folder.resolve("again.json"), again());
  }

  /** A day later the same revision failed a check that it had passed. */
  private static String again() throws IOException {
    return Files.readString(OLDER.resolve("issue-965.0.1.0.json"))
        .replaceFirst("\"startedAt\": \"2026-11-20", "\"startedAt\": \"2026-11-21")
        .replaceFirst("(?s)(\"id\": \"sessions\".*?\"outcome\": )\"PASS\"", "$1\"FAIL\"")
        .replaceFirst("\"verdict\": \"PASS\"", "\"verdict\": \"FAIL\"");
  }

  @Test
  void runsStandInOrderWithTheirTrend() {
    Cli run = Cli.run("history", folder.toString());

    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            netra-staging/us-central1/netra-backend-staging: 3 runs
              2026-11-20 12:13 UTC  PASS          HIGH    netra-backend-staging-00640-wob  10 checks (9 PASS 1 FAIL)  0.7 s  staging-validation-965-20261120-1213
              2026-11-20 12:13 UTC  FAIL          LOW     netra-backend-staging-00641-kip  7 checks (4 PASS 2 FAIL 1 INCONCLUSIVE)  3.2 s  staging-validation-889-20261120-1213
              2026-11-21 12:13 UTC  FAIL          HIGH    netra-backend-staging-00640-wob  10 checks (8 PASS 2 FAIL)  0.7 s  staging-validation-965-20261120-1213
              trend █▁▁  FAIL for 2 runs (█ PASS, ▄ INCONCLUSIVE, ▁ FAIL)
              flaky sessions on netra-backend-staging-00640-wob: PASS, FAIL
            """);
  }

  @Test
  void theNewestAreShownWhenThereAreMany() {
    assertThat(Cli.run("history", folder.toString(), "--limit", "1").out())
        .startsWith("netra-staging/us-central1/netra-backend-staging: 3 runs, the newest 1\n")
        .contains("2026-11-21")
        .doesNotContain("2026-11-20 12:13");
    assertThat(Cli.run("history", folder.toString(), "--limit", "0").err())
        .isEqualTo("--limit 0: at least 1 is needed\n");
  }

  @Test
  void whatIsNoRecordIsNamedAndNeverFatal() throws IOException {
    Path junk = Files.writeString(folder.resolve("package.json"), "{}");
    Path changed =
        Files.writeString(
            folder.resolve("changed.json"),
            Files.readString(OLDER.resolve("issue-889.0.1.0.json"))
                .replaceFirst("\"signaturesCut\": false", "\"signaturesCut\": true"));

    Cli run = Cli.run("history", folder.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).contains(": 3 runs\n");
    assertThat(run.err().lines())
        .containsExactly(
            "left out: the record `"
                + changed
                + "` can't be used: it was changed after the run: evidence e7 does not fit its"
                + " sha256; use the file as the run wrote it",
            "left out: the record `"
                + junk
                + "` can't be used: it is JSON, but not the record of a stageproof run: it lacks"
                + " `schemaVersion` or `reportId`");
  }

  @Test
  void anUnknownServiceIsToldWithTheKnownOnes() {
    Cli run = Cli.run("history", folder.toString(), "--service", "frontend");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err())
        .isEqualTo(
            "`"
                + folder
                + "` holds no record of a run of `frontend`\n"
                + "  services: netra-staging/us-central1/netra-backend-staging\n");
    assertThat(Cli.run("history", folder.toString(), "--service", "netra-backend-staging").code())
        .isZero();
    assertThat(Cli.run("history", folder.resolve("none").toString()).err())
        .isEqualTo("`" + folder.resolve("none") + "` is no folder; name one that holds records\n");
  }

  @Test
  void anEmptyFolderHasNoHistory() throws IOException {
    assertThat(Cli.run("history", Files.createDirectory(folder.resolve("x")).toString()).out())
        .isEqualTo("No record of a run.\n");
  }
}
