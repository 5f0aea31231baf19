package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.gate.StoredRecords;
import dev.stageproof.gate.UsageException;
import dev.stageproof.model.RunRecord;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shards of a real run become one record, which its own evidence bears out. */
class MergeCommandTest {
  private static final String CONFIG = "config/examples/issue-1182.yaml";
  private static final String SOME = "revision,health";

  @TempDir private static Path folder;

  @BeforeAll
  static void run() {
    try (Sandbox sandbox = Sandbox.start(Scenario.named("issue-1182"), Clock.systemUTC())) {
      validate(sandbox, "one", "--only", SOME);
      validate(sandbox, "two", "--skip", SOME);
      validate(sandbox, "whole", "-q");
    }
  }

  private static void validate(Sandbox sandbox, String name, String... more) {
    String[] args = {"validate", "-c", CONFIG, "--allow-exec", "-o", "json=" + file(name)};
    String[] all = Arrays.copyOf(args, args.length + more.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    Cli.run(Cli.environment(sandbox), all);
  }

  private static Path file(String name) {
    return folder.resolve(name + ".json");
  }

  private static Cli merge(String to, String... names) {
    String[] args = new String[names.length + 4];
    args[0] = "merge";
    for (int i = 0; i < names.length; i++) {
      args[i + 1] = file(names[i]).toString();
    }
    args[names.length + 1] = "-o";
    args[names.length + 2] = "json=" + file(to);
    args[names.length + 3] = "--overwrite";
    return Cli.run(args);
  }

  private static RunRecord record(String name) throws UsageException {
    return StoredRecords.read(file(name));
  }

  @Test
  void shardsTogetherAreTheWholeRun() throws Exception {
    Cli run = merge("merged", "two", "one");

    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.err()).contains("PASS  netra-backend-staging-00634-nac  confidence ");
    RunRecord merged = record("merged");
    RunRecord whole = record("whole");
    assertThat(merged.reportId()).isEqualTo(record("one").reportId() + "-merged");
    assertThat(merged.judgment().verdict()).isEqualTo(whole.judgment().verdict());
    assertThat(merged.judgment().confidence().level())
        .isEqualTo(whole.judgment().confidence().level());
    assertThat(merged.movement()).isEmpty();
    for (int i = 0; i < whole.checks().size(); i++) {
      assertThat(merged.checks().get(i).id()).isEqualTo(whole.checks().get(i).id());
      assertThat(merged.checks().get(i).outcome()).isEqualTo(whole.checks().get(i).outcome());
    }
    Cli judged = Cli.run("judge", file("merged").toString());
    assertThat(judged.out()).endsWith("\nThe record says what its evidence says.\n");
    assertThat(judged.code()).isZero();
    assertThat(Cli.run("report", file("merged").toString()).out())
        .contains("| Merged from | 2 runs: " + record("one").reportId() + " (2 checks), ");
  }

  @Test
  void aShardAloneIsNoPass() {
    assertThat(Cli.run("judge", file("one").toString()).code())
        .isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(merge("self", "one", "one").code()).isEqualTo(ExitCode.INCONCLUSIVE.code());
    assertThat(Cli.run("judge", file("self").toString()).out())
        .endsWith("\nThe record says what its evidence says.\n");
  }

  @Test
  void anotherRevisionAndAnotherConfigurationAreRefused() throws IOException {
    Path records = Path.of("src/test/resources/records");
    Files.copy(records.resolve("issue-965.0.1.0.json"), file("other"));
    Files.copy(records.resolve("issue-889.0.1.0.json"), file("foreign"));

    Cli run = merge("never", "other", "foreign");

    assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
    assertThat(run.err().lines())
        .startsWith("these records are not shards of one run:")
        .anyMatch(
            line ->
                line.startsWith("  the revision of staging-validation-")
                    && line.endsWith(
                        ": `netra-backend-staging-00640-wob` and `netra-backend-staging-00641-kip`"))
        .anyMatch(line -> line.startsWith("  the claims of ") && line.endsWith(" differ"));
    assertThat(file("never")).doesNotExist();
  }

  @Test
  void aChangedRecordIsRefusedAndOneIsTooFew() throws IOException {
    Files.writeString(
        file("changed"),
        Files.readString(file("one")).replaceFirst("\"status\": 200", "\"status\": 204"));

    assertThat(merge("never", "changed", "two").err())
        .contains("changed.json` can't be used: it was changed after the run: evidence e");
    assertThat(Cli.run("merge", file("one").toString()).code()).isEqualTo(ExitCode.USAGE.code());
  }
}
