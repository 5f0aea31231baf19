package dev.stageproof.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.arbitrary;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;
import static org.quicktheories.generators.SourceDSL.strings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quicktheories.core.Gen;

/** Whatever the input is, the answer is a configuration or a list of problems that can be shown. */
class AnyInputTest {

  private static final List<String> PIECES =
      List.of(
          "\n",
          "\n  ",
          "\n    - ",
          ": ",
          "- ",
          "[",
          "]",
          "{",
          "}",
          ", ",
          "&a ",
          "*a",
          "!t ",
          "!!int ",
          "'",
          "\"",
          "|\n",
          ">-\n",
          "#",
          "? ",
          "%YAML 1.2\n",
          "%YAML 99999999999.1\n",
          "---\n",
          "...\n",
          "~",
          "null",
          "<<",
          "\t",
          "\\x1b",
          "${A}",
          "${",
          "$${",
          ":-",
          "2xx",
          "30",
          "1s",
          "0x",
          "1e999",
          "-",
          "\u0000",
          "\uFEFF",
          "\uD83D",
          "\u2028",
          "é",
          "id",
          "type",
          "ping",
          "checks",
          "99999999999999999999");

  private final ConfigReader reader = Reading.reader(Map.of("A", "value"));

  @TempDir Path folder;

  @Test
  void randomTextsGiveProblems() {
    qt().withExamples(2000)
        .forAll(strings().allPossible().ofLengthBetween(0, 60))
        .check(this::answers);
  }

  @Test
  void randomPiecesOfYamlGiveProblems() {
    qt().withExamples(4000)
        .forAll(lists().of(arbitrary().pick(PIECES)).ofSizeBetween(0, 40))
        .check(pieces -> answers(String.join("", pieces)));
  }

  @Test
  void mutatedConfigurationsGiveProblemsOrConfigurations() {
    String whole = Reading.resource("whole.yaml");
    Gen<Integer> at = integers().between(0, whole.length());
    qt().withExamples(3000)
        .forAll(at, integers().between(0, 30), arbitrary().pick(PIECES))
        .check(
            (from, length, piece) -> {
              int end = Math.min(whole.length(), from + length);
              return answers(whole.substring(0, from) + piece + whole.substring(end));
            });
  }

  @Test
  void randomBytesGiveProblems() {
    Path file = folder.resolve("random.yaml");
    qt().withExamples(500)
        .forAll(lists().of(integers().between(-128, 127)).ofSizeBetween(0, 80))
        .check(
            numbers -> {
              byte[] bytes = new byte[numbers.size()];
              for (int i = 0; i < bytes.length; i++) {
                bytes[i] = numbers.get(i).byteValue();
              }
              return answers(written(file, bytes));
            });
  }

  private static Path written(Path file, byte[] bytes) {
    try {
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean answers(String text) {
    try {
      return reader.read("c.yaml", text).version() == 1;
    } catch (ConfigException e) {
      return showable(e);
    }
  }

  private boolean answers(Path file) {
    try {
      return reader.read(file).version() == 1;
    } catch (ConfigException e) {
      return showable(e);
    }
  }

  private static boolean showable(ConfigException e) {
    assertThat(e.problems()).isNotEmpty();
    assertThat(e.render()).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}&&[^\\n]]");
    return e.problems().stream().allMatch(problem -> problem.line() == 0 || problem.column() > 0);
  }
}
