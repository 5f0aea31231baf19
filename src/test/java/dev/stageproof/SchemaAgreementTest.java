package dev.stageproof;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import dev.stageproof.config.ConfigException;
import dev.stageproof.config.ConfigReader;
import dev.stageproof.refdoc.JsonSchemas;
import dev.stageproof.samples.GrepType;
import dev.stageproof.samples.PingType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor says about a configuration is what the reader says. */
class SchemaAgreementTest {

  private static final ConfigReader READER =
      new ConfigReader(List.of(new PingType(), new GrepType()), name -> Optional.of("7"));

  private static final JsonSchema SCHEMA = compiled();

  private static final String HEAD =
      "\"version\": 1, \"checks\": [{\"id\": \"a\", \"type\": \"ping\", \"path\": \"/a\"";

  private static JsonSchema compiled() {
    String schema = JsonSchemas.of(READER.shape(), "https://example.com/c.json", "Configuration");
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    return factory.getSchema(schema, InputFormat.JSON);
  }

  /** Every document is JSON, which is YAML too. */
  private static boolean schemaTakes(String json) {
    return SCHEMA.validate(json, InputFormat.JSON).isEmpty();
  }

  private static boolean readerTakes(String json) {
    try {
      return READER.read("c.json", json).version() == 1;
    } catch (ConfigException e) {
      return false;
    }
  }

  @Test
  void theSchemaItselfIsValid() {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    JsonSchema meta = factory.getSchema(SchemaLocation.of(SpecVersion.VersionFlag.V202012.getId()));
    String schema = JsonSchemas.of(READER.shape(), "https://example.com/c.json", "Configuration");

    assertThat(meta.validate(schema, InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", \"samples\": 3, \"share\": 0.5, \"bytes\": 1, \"follow\": false",
        ", \"samples\": \"${N}\", \"expect\": {\"latency\": \"${N}s\"}",
        ", \"title\": 965, \"tags\": [true, 1.5, \"x\"]",
        ", \"method\": \"head-only\", \"severity\": \"advisory\"",
        ", \"expect\": {\"status\": 200}",
        ", \"expect\": {\"status\": [\"2xx\", 404]}",
        ", \"expect\": {\"json\": [{\"path\": \"$.a\", \"equals\": {\"b\": [1, \"2\", false]}}]}",
        ", \"headers\": {\"A\": \"b\", \"C\": 1}",
        ", \"timeout\": \"1m30s\", \"retry\": {\"budget\": \"5s\"}",
        ", \"issued-after\": \"2026-09-15T08:26:09.5Z\"",
        ", \"on-no-data\": {\"then\": \"fail\"}"
      })
  void bothTake(String more) {
    String json = "{" + HEAD + more + "}]}";

    assertThat(schemaTakes(json)).as("the schema takes %s", json).isTrue();
    assertThat(readerTakes(json)).as("the reader takes %s", json).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", \"odd\": 1",
        ", \"patterns\": [\"a\"]",
        ", \"samples\": \"3\"",
        ", \"samples\": 1.5",
        ", \"share\": \"half\"",
        ", \"follow\": \"yes\"",
        ", \"title\": null",
        ", \"title\": [\"a\"]",
        ", \"tags\": \"a\"",
        ", \"method\": \"GET\"",
        ", \"expect\": {\"status\": \"6xx\"}",
        ", \"expect\": {\"status\": []}, \"odd\": 1",
        ", \"expect\": {\"latency\": \"1\"}",
        ", \"expect\": {\"latency\": 1}",
        ", \"expect\": {\"json\": [{\"equals\": 1}]}",
        ", \"expect\": {\"json\": [{\"path\": \"a\", \"equals\": null}]}",
        ", \"expect\": {\"json\": [{\"path\": \"a\", \"equals\": [null]}]}",
        ", \"headers\": {\"A\": [\"b\"]}",
        ", \"headers\": \"A\"",
        ", \"timeout\": \"x1s\"",
        ", \"retry\": {}",
        ", \"issued-after\": \"2026-09-15\"",
        ", \"on-no-data\": {\"then\": \"maybe\"}"
      })
  void bothRefuse(String more) {
    String json = "{" + HEAD + more + "}]}";

    assertThat(schemaTakes(json)).as("the schema takes %s", json).isFalse();
    assertThat(readerTakes(json)).as("the reader takes %s", json).isFalse();
  }

  private static String withAuth(String auth) {
    return "{"
        + HEAD
        + "}], \"target\": {\"project\": \"p\", \"region\": \"r\","
        + " \"service\": \"s\", \"auth\": "
        + auth
        + "}}";
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"none\"", "\"id-token\"", "{\"type\": \"id-token\"}"})
  void bothTakeTheShortFormOfARecordAndTheLong(String auth) {
    assertThat(schemaTakes(withAuth(auth))).as("the schema takes %s", auth).isTrue();
    assertThat(readerTakes(withAuth(auth))).as("the reader takes %s", auth).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"idtoken\"", "[\"none\"]", "7", "{}", "{\"type\": \"odd\"}"})
  void bothRefuseWhatIsNeither(String auth) {
    assertThat(schemaTakes(withAuth(auth))).as("the schema takes %s", auth).isFalse();
    assertThat(readerTakes(withAuth(auth))).as("the reader takes %s", auth).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"version\": 1}",
        "{\"version\": 1, \"checks\": []}",
        "{\"version\": 2, \"checks\": [{\"id\": \"a\", \"type\": \"ping\", \"path\": \"/a\"}]}",
        "{\"version\": 1, \"checks\": [{\"id\": \"a\", \"type\": \"pong\", \"path\": \"/a\"}]}",
        "{\"version\": 1, \"checks\": [{\"id\": \"a\", \"path\": \"/a\"}]}",
        "{\"version\": 1, \"checks\": [{\"type\": \"ping\", \"path\": \"/a\"}]}",
        "{\"version\": 1, \"checks\": [{\"id\": \"a\", \"type\": \"grep\"}]}",
        "{\"version\": 1, \"checks\": [{\"id\": \"a\", \"type\": \"grep\", \"patterns\": []}]}",
        "{" + HEAD + "}], \"claims\": [{\"text\": \"t\", \"checks\": []}]}",
        "{" + HEAD + "}], \"secrets\": [\"hunter-2\"]}",
        "{" + HEAD + "}], \"window\": {\"since\": 30}}",
        "{" + HEAD + "}], \"waivers\": [{\"id\": \"w\"}]}"
      })
  void bothRefuseWhole(String json) {
    assertThat(schemaTakes(json)).as("the schema takes %s", json).isFalse();
    assertThat(readerTakes(json)).as("the reader takes %s", json).isFalse();
  }
}
