package dev.stageproof.formats.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.stageproof.model.RunRecord;
import dev.stageproof.report.Goldens;
import dev.stageproof.report.SampleRuns;
import dev.stageproof.shape.Rewrite;
import dev.stageproof.shape.Trees;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JsonFormatTest {
  private static final JsonFormat FORMAT = new JsonFormat();

  @ParameterizedTest
  @EnumSource
  void recordIsReadBackWhole(Goldens.Scenario scenario) throws IOException {
    var mapper = new ObjectMapper();
    Map<?, ?> read = mapper.readValue(Goldens.render(FORMAT, scenario.run()), Map.class);

    assertThat(mapper.writeValueAsString(read))
        .isEqualTo(mapper.writeValueAsString(Trees.of(scenario.run())));
  }

  @Test
  void textEndsWithOneLineFeedAndHasNoOtherLineEnd() throws IOException {
    assertThat(Goldens.render(FORMAT, SampleRuns.unhealthy()))
        .endsWith("}\n")
        .doesNotContain("\r")
        .doesNotContain("\n\n");
  }

  @Test
  void durationsAndTimesAreIso8601() throws IOException {
    JsonNode record = new ObjectMapper().readTree(Goldens.render(FORMAT, SampleRuns.unhealthy()));

    assertThat(record.get("took").asText()).isEqualTo("PT41.23S");
    assertThat(record.get("startedAt").asText()).isEqualTo("2025-09-15T12:26:31Z");
  }

  @Test
  void textIsKeptLetterByLetter() throws IOException {
    String hostile = "\"\\\n\u0000\u2028</script>😀";
    RunRecord run = Rewrite.strings(SampleRuns.unhealthy(), (key, text) -> text + hostile);
    JsonNode record = new ObjectMapper().readTree(Goldens.render(FORMAT, run));

    assertThat(record.get("reportId").asText())
        .isEqualTo("staging-validation-889-20250915-1226" + hostile);
  }
}
