package dev.stageproof.refdoc;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.stageproof.model.Attempt;
import dev.stageproof.model.CheckResult;
import dev.stageproof.model.Confidence;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Evidence;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Judgment;
import dev.stageproof.model.OnNoData;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.ReportSettings;
import dev.stageproof.model.RunRecord;
import dev.stageproof.model.Severity;
import dev.stageproof.model.Subject;
import dev.stageproof.model.Verdict;
import dev.stageproof.samples.PingSettings;
import dev.stageproof.shape.Naming;
import dev.stageproof.shape.Shape;
import dev.stageproof.shape.ShapeReader;
import dev.stageproof.shape.Trees;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonSchemasTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant NOW = Instant.parse("2026-09-15T08:47:00.123456789Z");

  private static final Shape.Fields RECORD =
      new ShapeReader(Naming.RECORD, Map.of()).fields(RunRecord.class);

  private static RunRecord record() {
    Gap gap = Gap.of(GapReason.TIMED_OUT, "no answer", "wait");
    Evaluation evaluation = Evaluation.unseen("status", gap);
    CheckResult check =
        new CheckResult(
            "a",
            "ping",
            "A",
            ReportSettings.Section.HEALTH,
            "health",
            Severity.BLOCKING,
            List.of("smoke"),
            Map.of("path", "/a"),
            OnNoData.strict(),
            Outcome.INCONCLUSIVE,
            Duration.ofMillis(61_500),
            List.of(new Attempt(1, NOW, Duration.ZERO, evaluation, List.of("e1"))),
            Optional.of(gap),
            List.of("curl x"));
    Evidence evidence =
        new Evidence(
            "e1",
            "http",
            "GET /a",
            Map.of(),
            1,
            NOW,
            Duration.ofDays(2),
            Optional.empty(),
            Map.of("status", 200, "list", List.of(1.5, true)),
            "00",
            List.of("curl x"));
    Judgment judgment =
        new Judgment(
            Verdict.INCONCLUSIVE,
            "b",
            Confidence.lowestOf(List.of()),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    return new RunRecord(
        1,
        "0.1.0",
        "r",
        NOW,
        Duration.ofSeconds(5),
        false,
        Subject.unknown(),
        Optional.empty(),
        Optional.of(gap),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(check),
        List.of(evidence),
        judgment,
        List.of(),
        new ReportSettings(Optional.empty(), List.of()),
        "stageproof validate",
        Optional.empty(),
        Optional.empty());
  }

  private static JsonSchema recordSchema() {
    String text = JsonSchemas.ofRecord(RECORD, "https://example.com/r.json", "Run record");
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(text, InputFormat.JSON);
  }

  private static String json(Object tree) throws JsonProcessingException {
    return JSON.writeValueAsString(tree);
  }

  @Test
  void theRecordSchemaTakesARecordAsItIsWritten() throws JsonProcessingException {
    assertThat(recordSchema().validate(json(Trees.of(record())), InputFormat.JSON)).isEmpty();
  }

  @Test
  void theRecordSchemaRefusesAMissingComponentAndAConfigurationsDuration()
      throws JsonProcessingException {
    Map<String, Object> tree = Trees.of(record());
    tree.remove("partial");
    tree.put("took", "5s");

    assertThat(recordSchema().validate(json(tree), InputFormat.JSON)).hasSize(2);
  }

  @Test
  void theSameShapeGivesTheSameBytes() {
    assertThat(JsonSchemas.ofRecord(RECORD, "id", "t"))
        .isEqualTo(JsonSchemas.ofRecord(RECORD, "id", "t"))
        .endsWith("}\n")
        .doesNotContain("\r");
  }

  private static JsonNode ping() throws JsonProcessingException {
    Shape.Fields shape = new ShapeReader(Naming.CONFIG, Map.of()).fields(PingSettings.class);
    return JSON.readTree(JsonSchemas.of(shape, "https://example.com/p.json", "Ping"));
  }

  @Test
  void aSchemaNamesItselfAndItsDraft() throws JsonProcessingException {
    JsonNode schema = ping();

    assertThat(schema.get("$schema").asText())
        .isEqualTo("https://json-schema.org/draft/2020-12/schema");
    assertThat(schema.get("$id").asText()).isEqualTo("https://example.com/p.json");
    assertThat(schema.get("title").asText()).isEqualTo("Ping");
    assertThat(schema.get("description").asText())
        .isEqualTo("Asks an address and compares the answer.");
    assertThat(schema.get("additionalProperties").asBoolean(true)).isFalse();
  }

  @Test
  void defaultsExamplesAndDescriptionsComeFromTheRecord() throws JsonProcessingException {
    JsonNode properties = ping().get("properties");

    assertThat(properties.at("/samples/default").isInt()).isTrue();
    assertThat(properties.at("/follow/default").asBoolean()).isTrue();
    assertThat(properties.at("/path/examples/0").asText()).isEqualTo("/health");
    assertThat(properties.at("/path/description").asText()).isEqualTo("The path to ask for.");
    assertThat(properties.at("/method/anyOf/1"))
        .isEqualTo(
            JSON.readTree(
                "{\"const\": \"head-only\", \"description\": \"Asks for the headers | only.\"}"));
  }

  @Test
  void nestedRecordsAreDefinitions() throws JsonProcessingException {
    JsonNode schema = ping();

    assertThat(schema.at("/properties/expect/$ref").asText())
        .isEqualTo("#/$defs/PingSettings.Expect");
    assertThat(schema.at("/$defs/PingSettings.Expect/properties/json/items/$ref").asText())
        .isEqualTo("#/$defs/PingSettings.JsonValue");
  }

  @Test
  void patternsAreAnchored() throws JsonProcessingException {
    assertThat(ping().at("/$defs/PingSettings.Expect/properties/latency/pattern").asText())
        .startsWith("^(?:")
        .contains(")$|");
  }

  @Test
  void recordsOfOneNameAreTwoDefinitions() {
    DefinitionNames names = new DefinitionNames();
    Class<?> one = twin();
    Class<?> other = otherTwin();

    assertThat(names.of(one)).isEqualTo("JsonSchemasTest.Twin").isEqualTo(names.of(one));
    assertThat(names.of(other)).isEqualTo("dev.stageproof.refdoc.JsonSchemasTest.2Twin");
  }

  private static Class<?> twin() {
    record Twin(String a) {}
    return Twin.class;
  }

  private static Class<?> otherTwin() {
    record Twin(String b) {}
    return Twin.class;
  }
}
