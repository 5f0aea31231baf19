package dev.stageproof.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.model.RunRecord;
import dev.stageproof.report.Goldens;
import dev.stageproof.report.SampleRuns;
import dev.stageproof.shape.Rewrite;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextFormatTest {
  private static final TextFormat FORMAT = new TextFormat();

  /** What a terminal or a reader's eye would act on. */
  private static final Pattern ACTING =
      Pattern.compile("[\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]");

  private static final Pattern UNDERLINE = Pattern.compile("-+");

  @ParameterizedTest
  @MethodSource("dev.stageproof.report.HostileLines#all")
  void hostileTextAddsNoHeadingAndNoWideLine(String payload) throws IOException {
    RunRecord run =
        Rewrite.strings(
            SampleRuns.unhealthy(), (key, text) -> key.equals("command") ? text : text + payload);
    List<String> lines = lines(run);

    assertThat(lines)
        .allSatisfy(line -> assertThat(line.replace("\u200B", "")).hasSizeLessThanOrEqualTo(100));
    assertThat(lines).noneMatch(line -> ACTING.matcher(line).find());
    assertThat(lines).noneMatch(line -> line.strip().startsWith("::") || line.contains("##["));
    assertThat(headings(lines)).isEqualTo(headings(lines(SampleRuns.unhealthy())));
    assertThat(lines.get(0)).startsWith("FAIL  Issue #889");
  }

  @Test
  void textIsWrappedAtWordsBehindItsStart() {
    Lines lines = new Lines();
    lines.wrapped("  - ", "word ".repeat(25).strip());
    lines.wrapped("", "x".repeat(150) + " y");

    assertThat(lines.text())
        .isEqualTo(
            "  - "
                + "word ".repeat(19).strip()
                + "\n    "
                + "word ".repeat(6).strip()
                + "\n"
                + "x".repeat(100)
                + "\n"
                + "x".repeat(50)
                + " y\n");
  }

  @Test
  void characterIsNotBrokenInTwo() {
    Lines lines = new Lines();
    lines.wrapped("x", "😀".repeat(80));

    assertThat(lines.text().lines().toList())
        .containsExactly("x" + "😀".repeat(49), " " + "😀".repeat(31));
  }

  @Test
  void commandsAreKeptWhole() throws IOException {
    String command = "stageproof validate " + "--var a=b ".repeat(20).strip();
    RunRecord run =
        Rewrite.strings(
            SampleRuns.healthy(), (key, text) -> key.equals("command") ? command : text);

    assertThat(lines(run)).contains("    " + command);
  }

  private static List<String> lines(RunRecord run) throws IOException {
    return Goldens.render(FORMAT, run).lines().toList();
  }

  /** How many lines are underlined by a line as long as themselves. */
  private static long headings(List<String> lines) {
    return IntStream.range(1, lines.size())
        .filter(i -> UNDERLINE.matcher(lines.get(i)).matches())
        .filter(i -> lines.get(i).length() == lines.get(i - 1).length())
        .count();
  }
}
