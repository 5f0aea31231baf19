package dev.stageproof.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignTextTest {

  @Test
  void terminalSequencesAreRemovedWhole() {
    assertThat(ForeignText.clean("\u001B[1;31mred\u001B[0m")).isEqualTo("red");
    assertThat(ForeignText.clean("\u001B]0;title\u0007x \u001B]8;;http://e\u001B\\y"))
        .isEqualTo("x y");
    assertThat(ForeignText.clean("\u009B31mx\u001Bcy")).isEqualTo("xy");
  }

  @Test
  void controlAndReorderingCharactersAreRemoved() {
    assertThat(ForeignText.clean("a\u0000\u0008b\u007Fc")).isEqualTo("abc");
    assertThat(ForeignText.clean("\u202Egnp\u202C \u2066x\u2069\u200F\uFEFF")).isEqualTo("gnp x");
  }

  @Test
  void everyKindOfLineEndIsALineFeed() {
    assertThat(ForeignText.clean("a\r\nb\rc\u0085d\u2028e\u2029f")).isEqualTo("a\nb\nc\nd\ne\nf");
  }

  @Test
  void whatIsNoCharacterIsReplaced() {
    assertThat(ForeignText.clean("a\uD83D b\uFFFF")).isEqualTo("a\uFFFD b\uFFFD");
    assertThat(ForeignText.clean("\uD83D\uDE00 é 中")).isEqualTo("😀 é 中");
  }

  @Test
  void lineHasNoBreaksAndItsCutIsMarked() {
    assertThat(ForeignText.line("  a\n\t b ")).isEqualTo("a b");
    assertThat(ForeignText.line("x".repeat(1_500)))
        .isEqualTo("x".repeat(ForeignText.LINE_LIMIT) + "… (1,200 more characters)");
  }

  @Test
  void cutKeepsCharactersWhole() {
    String text = "x".repeat(ForeignText.LINE_LIMIT - 1) + "😀😀";

    assertThat(ForeignText.line(text))
        .isEqualTo("x".repeat(ForeignText.LINE_LIMIT - 1) + "… (4 more characters)");
  }

  @Test
  void blockKeepsItsLines() {
    assertThat(ForeignText.block("\n\n  a\n\tb\n\n")).isEqualTo("  a\n\tb");
    assertThat(ForeignText.block("y".repeat(5_000))).endsWith("y… (1,000 more characters)");
  }

  @ParameterizedTest
  @CsvSource({"it failed, it failed.", "it failed., it failed.", "why?, why?"})
  void sentenceEndsOnce(String text, String sentence) {
    assertThat(ForeignText.sentence(text)).isEqualTo(sentence);
  }
}
