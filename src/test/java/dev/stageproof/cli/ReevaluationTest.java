package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.gate.Catalog;
import dev.stageproof.gate.Reevaluation;
import dev.stageproof.gate.StoredRecords;
import dev.stageproof.gate.UsageException;
import dev.stageproof.model.RunRecord;
import dev.stageproof.sandbox.Programs;
import dev.stageproof.sandbox.Sandbox;
import dev.stageproof.sandbox.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a run concluded follows from its record, with neither network nor configuration. */
class ReevaluationTest {
  @TempDir private Path folder;

  private Path validated(String example) {
    String scenario = Scenario.names().contains(example) ? example : "issue-965";
    Path file = folder.resolve("record.json");
    try (Sandbox sandbox =
        Sandbox.start(Scenario.named(scenario), Clock.systemUTC(), Programs.RUN)) {
      String config = "config/examples/" + example + ".yaml";
      Cli run =
          Cli.run(
              Cli.environment(sandbox),
              "validate",
              "--allow-exec",
              "-q",
              "-c",
              config,
              "-o",
              "json=" + file);
      assertThat(file).as(run.err()).exists();
    }
    return file;
  }

  private static List<Reevaluation> again(RunRecord record) throws UsageException {
    return Reevaluation.of(record, Catalog.with(List.of()));
  }

  @ParameterizedTest
  @MethodSource("dev.stageproof.cli.ExamplesTest#examples")
  void everyCheckConcludesTheSameFromItsEvidence(String example) throws Exception {
    Path file = validated(example);
    RunRecord record = StoredRecords.read(file);

    assertThat(again(record))
        .hasSameSizeAs(record.checks())
        .isNotEmpty()
        .allSatisfy(
            check -> {
              assertThat(check.trouble()).isEmpty();
              assertThat(check.again()).isEqualTo(check.stored().evaluation());
              assertThat(check.agrees()).isTrue();
            });
    assertThat(Cli.run("judge", file.toString()))
        .satisfies(
            judged ->
                assertThat(judged.out()).endsWith("\nThe record says what its evidence says.\n"))
        .extracting(Cli::code)
        .isEqualTo(ExitCode.of(record.judgment().verdict()).code());
  }

  @Test
  void anEditedOutcomeIsNoticed() throws IOException, UsageException {
    Path file = validated("issue-889");
    String edited =
        Files.readString(file)
            .replaceAll(
                "(\"expected\": \"200\",\\s+\"actual\": \")503(\",\\s+\"outcome\": \")FAIL",
                "$1200$2PASS");
    Files.writeString(file, edited);

    assertThat(again(StoredRecords.read(file)))
        .filteredOn(check -> !check.agrees())
        .extracting(check -> check.stored().id())
        .containsExactly("health");
  }

  @Test
  void whatCanNotBeConcludedAgainSaysWhy() throws IOException, UsageException {
    String json = Files.readString(validated("issue-889"));

    assertThat(trouble(json, "\"type\": \"http\"", "\"type\": \"gopher\""))
        .isEqualTo("there is no check type `gopher`; put its plug-in on the plug-in path");
    assertThat(trouble(json, "\"samples\": 1,", "\"samples\": \"one\","))
        .isEqualTo("settings.samples: expected a whole number of int size, found the text `one`");
    assertThat(trouble(json, "\"kind\": \"log-read\"", "\"kind\": \"tea-leaves\""))
        .matches("evidence e\\d+ is no look of kind `log-read`");
    assertThat(trouble(json, "(\"evidence\": \\[)\\s*\"e2\"\\s*", "$1"))
        .isEqualTo(
            "it asks for 1 looks, and the record holds 0; judge it with the version of stageproof"
                + " that wrote it");
    assertThat(trouble(json, "\"signaturesCut\": false", "\"signaturesCut\": \"no\""))
        .matches("evidence e\\d+: signaturesCut: expected true or false, found the text `no`");
  }

  private String trouble(String json, String wanted, String replacement)
      throws IOException, UsageException {
    assertThat(json).containsPattern(wanted);
    Path file = folder.resolve("edited.json");
    Files.writeString(file, json.replaceAll(wanted, replacement));
    return again(StoredRecords.load(file).record()).stream()
        .flatMap(check -> check.trouble().stream())
        .findFirst()
        .orElseThrow();
  }
}
