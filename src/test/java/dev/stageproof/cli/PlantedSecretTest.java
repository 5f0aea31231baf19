package dev.stageproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.sandbox.Scenario;
import dev.stageproof.spi.ReportFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The value of an environment variable is in no output, however much is asked for. */
class PlantedSecretTest {
  private static final String VARIABLE = "JWT_SECRET_KEY";

  /** The scenario's image has no known digest, so that this one has nothing to say. */
  private static final String IN_TOTO = "in-toto";

  @TempDir private Path folder;

  private static String planted() {
    return Scenario.named("issue-1100").revisions().stream()
        .flatMap(revision -> revision.env().stream())
        .filter(variable -> variable.name().equals(VARIABLE))
        .flatMap(variable -> variable.value().stream())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void noOutputOfADemoHoldsTheValueOfAVariable() throws IOException {
    List<String> words =
        new ArrayList<>(List.of("demo", "--scenario", "issue-1100", "-v", "-v", "--reports"));
    words.add(folder.resolve("reports").toString());
    List<String> formats =
        ServiceLoader.load(ReportFormat.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(format -> format.argument().isEmpty())
            .map(ReportFormat::kind)
            .toList();
    assertThat(formats).contains("json", "markdown", "html", IN_TOTO);
    for (String format : formats) {
      words.add("-o");
      words.add(format + "=" + folder.resolve("report." + format));
    }

    Cli run = Cli.run(words.toArray(String[]::new));

    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REPORT.code());
    assertThat(run.err()).contains(IN_TOTO);
    List<String> texts = new ArrayList<>(List.of(run.out(), run.err()));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(file));
      }
    }
    assertThat(texts).hasSizeGreaterThanOrEqualTo(2 + formats.size() - 1);
    assertThat(texts).anyMatch(text -> text.contains(VARIABLE));
    for (String form : List.of(planted(), base64(planted()), planted().substring(8))) {
      assertThat(texts).noneMatch(text -> text.contains(form));
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
