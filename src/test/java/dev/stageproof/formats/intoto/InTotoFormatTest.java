package dev.stageproof.formats.intoto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.stageproof.formats.json.JsonFormat;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Verdict;
import dev.stageproof.report.Goldens;
import dev.stageproof.report.SampleRuns;
import dev.stageproof.shape.Digests;
import dev.stageproof.shape.Rewrite;
import dev.stageproof.spi.NothingToSayException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class InTotoFormatTest {
  private static final InTotoFormat FORMAT = new InTotoFormat();
  private static final JsonSchema SCHEMA = schema();

  @ParameterizedTest
  @EnumSource(names = {"ISSUE_965", "INTERRUPTED", "SELECTED", "UNSERVED"})
  void statementIsValidAndOnlyAPassIsNotFailed(Goldens.Scenario scenario) throws IOException {
    JsonNode predicate = statement(scenario.run()).get("predicate");
    boolean passed = scenario.run().judgment().verdict() == Verdict.PASS;

    assertThat(predicate.get("result").asText()).isEqualTo(passed ? "WARNED" : "FAILED");
    if (passed) {
      assertThat(predicate.get("failedTests")).isEmpty();
    }
  }

  @Test
  void subjectIsTheImageByItsDigest() throws IOException {
    JsonNode subject = statement(SampleRuns.healthy()).get("subject").get(0);

    assertThat(subject.get("name").asText())
        .isEqualTo("gcr.io/netra-staging/netra-backend-staging");
    assertThat(subject.at("/digest/sha256").asText())
        .isEqualTo("9f2c61d0b4a7e8135c6f09d2e1b8a7435c90d6e2f1a48b7c3d5e6f708192a3b4");
  }

  @Test
  void advisoryFindingsAreWarnedAndWhatWasNotRunIsInNoList() throws IOException {
    JsonNode healthy = statement(SampleRuns.healthy()).get("predicate");
    JsonNode selected = statement(Goldens.Scenario.SELECTED.run()).get("predicate");

    assertThat(names(healthy, "passedTests"))
        .containsExactly("health", "revision", "ssot-loaded", "factory-pattern");
    assertThat(names(healthy, "warnedTests")).containsExactly("startup-401", "imports");
    assertThat(Goldens.Scenario.SELECTED.run().checks())
        .filteredOn(check -> check.outcome().name().equals("SKIPPED"))
        .extracting(CheckResult::id)
        .isNotEmpty()
        .allSatisfy(id -> assertThat(selected.toString()).doesNotContain('"' + id + '"'));
  }

  @Test
  void runThatPassedWithoutAFindingIsPassed() {
    assertThat(TestResult.result(Verdict.PASS, false)).isEqualTo("PASSED");
    assertThat(TestResult.result(Verdict.INCONCLUSIVE, false)).isEqualTo("FAILED");
  }

  /** {@code sha256sum} of the JSON report says the same. */
  @Test
  void recordIsNamedByTheDigestOfItsFile() throws IOException {
    RunRecord run = SampleRuns.healthy();
    JsonNode configuration = statement(run).at("/predicate/configuration");

    assertThat(configuration.get(1).get("name").asText())
        .isEqualTo("staging-validation-965-20250915-0847.json");
    assertThat(configuration.get(1).at("/digest/sha256").asText())
        .isEqualTo(Digests.ofText(Goldens.render(new JsonFormat(), run)));
  }

  /** A policy can ask for the very checks, whatever came of them. */
  @Test
  void checksHaveTheSameDigestInEveryRunOfThem() throws IOException {
    RunRecord run = SampleRuns.healthy();
    RunRecord later =
        Rewrite.strings(run, (key, text) -> key.matches("headline|actual") ? "other" : text);
    RunRecord asked = Rewrite.strings(run, (key, text) -> key.equals("title") ? "other" : text);
    String digest = "/predicate/configuration/0/digest/sha256";

    assertThat(statement(later).at(digest)).isEqualTo(statement(run).at(digest));
    assertThat(statement(asked).at(digest)).isNotEqualTo(statement(run).at(digest));
  }

  @ParameterizedTest
  @MethodSource("dev.stageproof.report.HostileLines#all")
  void hostileTextStaysText(String payload) throws IOException {
    RunRecord run =
        Rewrite.strings(
            SampleRuns.healthy(), (key, text) -> key.equals("digest") ? text : text + payload);

    assertThat(names(statement(run).get("predicate"), "passedTests")).hasSize(4);
  }

  @Test
  void withoutADigestThereIsNothingToAttest() {
    assertThatThrownBy(() -> statement(SampleRuns.unhealthy()))
        .isInstanceOf(NothingToSayException.class)
        .hasMessage(
            "no digest of the image is known, so there is nothing to attest; deploy the image by"
                + " its digest (IMAGE@sha256:…), or let the run see it");
  }

  @Test
  void digestOfAnotherFormIsNone() {
    RunRecord run =
        Rewrite.strings(
            SampleRuns.healthy(), (key, text) -> key.equals("digest") ? text + "0" : text);

    assertThatThrownBy(() -> statement(run)).isInstanceOf(NothingToSayException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "gcr.io/p/i:latest, gcr.io/p/i",
    "gcr.io/p/i@sha256:9f2c, gcr.io/p/i",
    "localhost:5000/i:1@sha256:9f2c, localhost:5000/i",
    "localhost:5000/i, localhost:5000/i"
  })
  void nameOfTheSubjectHasNoTag(String image, String name) throws IOException {
    RunRecord run =
        Rewrite.strings(SampleRuns.healthy(), (key, text) -> key.equals("image") ? image : text);

    assertThat(statement(run).at("/subject/0/name").asText()).isEqualTo(name);
  }

  /** The schema can refuse. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "\"WARNED\"|\"INCONCLUSIVE\"",
        "\"sha256\" : \"9f2c|\"sha256\" : \"sha256:9f2c",
        "Statement/v1|Statement/v0.1",
        "\"configuration\"|\"config\""
      })
  void otherStatementsAreRefused(String ours, String other) throws IOException {
    String statement = Goldens.render(FORMAT, SampleRuns.healthy()).replace("\":", "\" :");
    String changed = statement.replace(ours, other);

    assertThat(SCHEMA.validate(statement, InputFormat.JSON)).isEmpty();
    assertThat(SCHEMA.validate(changed, InputFormat.JSON)).isNotEmpty();
  }

  private static JsonNode statement(RunRecord run) throws IOException {
    String text = Goldens.render(FORMAT, run);
    assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
    return new ObjectMapper().readTree(text);
  }

  private static List<String> names(JsonNode predicate, String list) {
    List<String> names = new ArrayList<>();
    predicate.get(list).forEach(name -> names.add(name.asText()));
    return names;
  }

  private static JsonSchema schema() {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(
            InTotoFormatTest.class.getResourceAsStream("/schemas/in-toto-test-result.schema.json"));
  }
}
