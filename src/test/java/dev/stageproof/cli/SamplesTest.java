package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The samples are reports of real demo runs; these rules notice when they have grown old. */
class SamplesTest {
  private static final Path SAMPLES = Path.of("reports/samples");

  @ParameterizedTest
  @ValueSource(strings = {"issue-965", "issue-889", "issue-1182", "issue-1100", "issue-824"})
  void aSamplesRecordStillFitsTheSchema(String name) throws IOException {
    var schema =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(Files.readString(Path.of("config/run-record.schema.json")));

    String record = Files.readString(SAMPLES.resolve(name + ".json"));

    assertThat(schema.validate(record, InputFormat.JSON)).isEmpty();
  }

  @Test
  void theReadmeShowsTheFirstScreenOfASample() throws IOException {
    String sample = Files.readString(SAMPLES.resolve("issue-889.md"));
    String firstScreen = sample.substring(0, sample.indexOf("\n## Success Metrics"));

    assertThat(Files.readString(Path.of("README.md"))).contains(firstScreen.strip());
  }
}
