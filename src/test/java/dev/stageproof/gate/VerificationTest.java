package dev.stageproof.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;

import dev.stageproof.gate.Verification.Edit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class VerificationTest {
  private static final Path SAMPLE = Path.of("reports/samples/issue-889.md");

  private static String sample() {
    try {
      return Files.readString(SAMPLE).substring(0, 6_000);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Verification verify(String report, String rendered) {
    return Verification.compare(report.getBytes(UTF_8), "markdown", rendered);
  }

  @Test
  void everyChangeOfOneCharacterIsFoundWhereItIs() {
    String text = sample();
    assertFound(text, at -> at + "x");
    assertFound(text, at -> "");
    assertFound(text, at -> at.equals("#") ? "*" : "#");
    assertFound(text, at -> at.equals("\n") ? "\r\n" : "\n");
    assertFound(text, at -> at + "\u200B");
  }

  private static void assertFound(String text, UnaryOperator<String> change) {
    qt().withExamples(150)
        .forAll(integers().between(0, text.codePointCount(0, text.length()) - 1))
        .checkAssert(
            position -> {
              int from = text.offsetByCodePoints(0, position);
              int to = text.offsetByCodePoints(from, 1);
              String at = text.substring(from, to);
              String edited = text.substring(0, from) + change.apply(at) + text.substring(to);
              Edit edit = verify(edited, text).edit().orElseThrow();
              long line = text.substring(0, from).chars().filter(c -> c == '\n').count() + 1;
              assertThat((long) edit.line()).isBetween(line, line + runOfLineEnds(text, from));
              assertThat(edit.report()).isNotEqualTo(edit.rendered());
            });
  }

  /** One of several empty lines taken out is the same as another of them taken out. */
  private static long runOfLineEnds(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) == '\n') {
      end++;
    }
    return (long) end - from;
  }

  @Test
  void aReportThatWasCutEndsTooEarly() {
    assertThat(verify("one\n", "one\ntwo\n").edit())
        .contains(new Edit(2, 1, Optional.of(""), Optional.of("two")));
    assertThat(verify("one", "one\n").edit())
        .contains(new Edit(2, 1, Optional.empty(), Optional.of("")));
  }

  @Test
  void bytesThatAreNoTextAreFound() {
    byte[] report = {'a', '\n', 'b', (byte) 0xFF};

    assertThat(Verification.compare(report, "markdown", "a\nb\uFFFD").edit())
        .contains(new Edit(2, 2, Optional.of("b\u00FF"), Optional.of("b\u00EF\u00BF\u00BD")));
  }

  @Test
  void onlyWhollyOtherLineEndsAreOnlyLineEnds() {
    assertThat(verify("a\r\nb\r\n", "a\nb\n"))
        .isEqualTo(new Verification("markdown", true, Optional.empty()));
    assertThat(verify("a\r\nb\n", "a\nb\n").same()).isFalse();
    assertThat(verify("a\nb\n", "a\nb\n"))
        .isEqualTo(new Verification("markdown", false, Optional.empty()));
  }
}
