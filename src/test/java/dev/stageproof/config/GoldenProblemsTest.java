package dev.stageproof.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The exact texts of a file with every kind of fault at once. */
class GoldenProblemsTest {

  private static final String RENEW = "stageproof.goldens";
  private static final Path GOLDEN = Path.of("src/test/resources/dev/stageproof/config/faults.txt");

  @Test
  void aFileFullOfFaultsShowsThemAllInOrder() throws IOException {
    String shown = Reading.problemsOf(Reading.resource("faults.yaml"), "faults.yaml").render();
    if (Boolean.getBoolean(RENEW)) {
      Files.writeString(GOLDEN, shown);
    }
    assertThat(shown)
        .as("renew with: ./mvnw test -Dtest=GoldenProblemsTest -D%s=true", RENEW)
        .isEqualTo(Reading.resource("faults.txt"));
  }
}
