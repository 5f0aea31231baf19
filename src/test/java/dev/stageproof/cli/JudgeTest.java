package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record that says something else than its evidence is never taken for a PASS. */
class JudgeTest {
  private static final Path OLDER = Path.of("src/test/resources/records");

  @TempDir private static Path folder;
  private static String good;
  private static String bad;

  @BeforeAll
  static void run() throws IOException {
    good = record("issue-965");
    bad = record("issue-1100", "--only", "revision,configuration,health");
  }

  private static String record(String scenario, String... more) throws IOException {
    Path file = folder.resolve(scenario + ".json");
    String[] args = {"demo", "-q", "--scenario", scenario, "-o", "json=" + file};
    String[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    Cli.run(all);
    return Files.readString(file);
  }

  private static Cli judge(String json) {
    return Cli.fed(json, "judge", "-");
  }

  private static String edited(String json, String pattern, String replacement) {
    String edited =
        Pattern.compile(pattern, Pattern.DOTALL).matcher(json).replaceFirst(replacement);
    assertThat(edited).isNotEqualTo(json);
    return edited;
  }

  private static void assertTold(String json, String... lines) {
    Cli run = judge(json);
    assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.FAIL.code());
    assertThat(run.out().lines()).contains(lines);
    assertThat(run.out()).contains("\nThe record does NOT say what its evidence says: ");
  }

  @Test
  void aRecordThatAgreesEndsAsItsVerdict() {
    Cli pass = judge(good);

    assertThat(pass.code()).isZero();
    assertThat(pass.out())
        .matches(
            """
            PASS  confidence MEDIUM  by the evidence of \\d+ checks
            All \\d+ blocking checks passed: revision, health, ssot-active and \\d+ more\\.
            The record says what its evidence says\\.
            """);
    assertThat(judge(bad).code()).isEqualTo(ExitCode.FAIL.code());
    assertThat(judge(bad).out()).endsWith("\nThe record says what its evidence says.\n");
  }

  @Test
  void noFailureThatIsCalledAPassGetsThrough() {
    Pattern fail = Pattern.compile("\"FAIL\"");
    assertThat(fail.matcher(bad).results()).hasSizeGreaterThan(5);
    for (MatchResult at : fail.matcher(bad).results().toList()) {
      String one = bad.substring(0, at.start()) + "\"PASS\"" + bad.substring(at.end());
      assertThat(judge(one).code()).isEqualTo(ExitCode.FAIL.code());
    }
    Cli all = judge(fail.matcher(bad).replaceAll("\"PASS\""));
    assertThat(all.code()).isEqualTo(ExitCode.FAIL.code());
    assertThat(all.out()).contains("verdict: stored PASS, recomputed FAIL\n");
  }

  @Test
  void eachDifferenceIsTold() {
    assertTold(
        edited(good, "(\"verdict\": )\"PASS\"", "$1\"INCONCLUSIVE\""),
        "verdict: stored INCONCLUSIVE, recomputed PASS");
    assertTold(
        edited(good, "(\"confidence\": \\{\\s+\"level\": )\"MEDIUM\"", "$1\"HIGH\""),
        "confidence: stored HIGH, recomputed MEDIUM");
    assertThat(
            judge(edited(good, "(\"id\": \"revision\".*?\"outcome\": )\"PASS\"", "$1\"FAIL\""))
                .out())
        .startsWith(
            "check revision: stored FAIL, recomputed PASS (netra-backend-staging-00640-wob");
    assertThat(
            judge(
                    edited(
                        good, "(\"headline\": \"netra-backend-staging-00640-wob, )100 %", "$150 %"))
                .out())
        .startsWith("check revision.headline: stored netra-backend-staging-00640-wob, 50 % of ")
        .contains(", recomputed netra-backend-staging-00640-wob, 100 % of ");
    assertThat(judge(edited(good, "(\"answer\": )\"VERIFIED\"", "$1\"REFUTED\"")).out())
        .containsPattern("claim “.*”: stored REFUTED, recomputed VERIFIED\n");
  }

  @Test
  void aTargetThatWasEditedIsToldByItsLooks() {
    assertTold(
        edited(good, "(\"percent\": )100(.*?\"meantToServe\")", "$150$2"),
        "identity.traffic[0].percent: stored 50, recomputed 100");
    assertTold(
        edited(
            good,
            "\"movement\": \\[\\]",
            "\"movement\": [{\"what\": \"traffic to x\", \"after\": \"0 %\"}]"),
        "movement: stored traffic to x, recomputed none");
  }

  @Test
  void evidenceThatWasEditedOrTakenOutIsNamed() {
    assertTold(
        edited(good, "(\"kind\": \"http\".*?\"status\": )200", "$1503"),
        "evidence e3: stored its sha256, recomputed does not fit what it holds");
    assertTold(
        edited(good, "\"id\": \"e1\"", "\"id\": \"e0\""),
        "evidence e1: stored nothing, recomputed missing");
  }

  @Test
  void aCheckThatWasNeverAttemptedHasNotPassed() {
    assertTold(
        edited(
            good,
            "(\"id\": \"startup-401\".*?\"outcome\": )\"FAIL\"(.*?\"attempts\": )\\[.*?\\](,\\s+\"reproduce\": \\[.*)",
            "$1\"PASS\"$2[]$3"),
        "check startup-401: stored PASS, recomputed SKIPPED (nothing was seen)");
  }

  @Test
  void whatCanNotBeConcludedAgainIsNoPass() throws IOException {
    Cli plugin = judge(good.replace("\"type\": \"http\"", "\"type\": \"gopher\""));
    Cli older = Cli.run("judge", OLDER.resolve("issue-965.0.1.0.json").toString());
    Cli failed = Cli.run("judge", OLDER.resolve("issue-889.0.1.0.json").toString());

    assertThat(plugin.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(plugin.out())
        .startsWith(
            "can't be concluded again: check health: there is no check type `gopher`; put its"
                + " plug-in on the plug-in path\n")
        .endsWith("What could be concluded again agrees; 1 part could not.\n");
    assertThat(older.code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(older.out())
        .contains("stageproof 0.1.0 wrote the record, and dev words it otherwise in ")
        .containsPattern("\nWhat could be concluded again agrees; \\d parts could not\\.\n$");
    assertThat(failed.code()).isEqualTo(ExitCode.FAIL.code());
  }
}
