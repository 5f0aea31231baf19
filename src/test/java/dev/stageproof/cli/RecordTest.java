package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON record is what its committed schema says. */
class RecordTest {
  @ParameterizedTest
  @ValueSource(strings = {"issue-965", "issue-889"})
  void aDemosRecordFitsTheSchema(String scenario) throws IOException {
    JsonNode record =
        new ObjectMapper()
            .readTree(Cli.run("demo", "--scenario", scenario, "-q", "-o", "json=-").out());

    var schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(Files.readString(Path.of("config/run-record.schema.json")));
    assertThat(schema.validate(record)).isEmpty();
    assertThat(record.at("/judgment/verdict").asText()).isNotEmpty();
  }
}
