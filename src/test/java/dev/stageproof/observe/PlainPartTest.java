package dev.stageproof.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.integers;
import static org.quicktheories.generators.SourceDSL.lists;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

/** Whoever searches for the part of a text finds every text that holds the whole of it. */
class PlainPartTest {

  /** What Google may do to both sides before it compares them. */
  private static final List<UnaryOperator<String>> READINGS =
      List.of(
          UnaryOperator.identity(),
          text -> text.toLowerCase(Locale.ROOT),
          text -> Normalizer.normalize(text, Form.NFKC),
          text -> Normalizer.normalize(text, Form.NFKD),
          PlainPartTest::folded);

  private static final List<String> PIECES =
      List.of(
          "time", "out", "ERROR", " ", "  ", "\"", "\\", "*", "\n", "é", "e\u0301", "\u0301",
          "\u0338", "\u20e3", "ſ", "İ", "ß", "ﬁ", "Σ", "Ａ", "\u1100", "\u1161", "🦊", "<", "=", "5",
          "503", "-", "'", "K", "{", "x");

  private static String folded(String text) {
    String upper = Normalizer.normalize(text, Form.NFKC).toUpperCase(Locale.ROOT);
    return upper.toLowerCase(Locale.ROOT);
  }

  private static Gen<String> texts(int most) {
    return lists()
        .of(integers().between(0, PIECES.size() - 1).map(PIECES::get))
        .ofSizeBetween(0, most)
        .map(pieces -> String.join("", pieces));
  }

  @Test
  void itIsFoundUnderEveryReadingWhereverTheWholeStands() {
    qt().withExamples(20_000)
        .forAll(texts(6), texts(2), texts(2))
        .checkAssert(
            (whole, before, after) ->
                PlainPart.of(whole)
                    .ifPresent(
                        part ->
                            assertThat(READINGS)
                                .allSatisfy(
                                    reading ->
                                        assertThat(reading.apply(before + whole + after))
                                            .contains(reading.apply(part)))));
  }

  @Test
  void itHoldsNothingThatAFilterCouldTakeForMore() {
    qt().withExamples(5_000)
        .forAll(texts(6))
        .checkAssert(
            whole ->
                assertThat(PlainPart.of(whole).orElse("none"))
                    .matches("[ -~]{3,100}")
                    .doesNotContain("\"", "\\", "*"));
  }

  @Test
  void itIsTheLongestAndLosesALetterAtItsEnd() {
    assertThat(PlainPart.of("say \"connection refused\" 503")).contains("connection refuse");
    assertThat(PlainPart.of("line 503")).contains("line 503");
    assertThat(PlainPart.of("a".repeat(300)).orElseThrow()).hasSize(100);
  }

  /** The planted fault: with its last letter it would not be found. */
  @Test
  void aLetterAtTheEndMayBeComposedWithWhatFollows() {
    assertThat(folded("cafe\u0301")).doesNotContain(folded("cafe")).contains(folded("caf"));
    assertThat(PlainPart.of("cafe")).contains("caf");
  }

  @Test
  void whatIsTooShortIsOfNoUse() {
    assertThat(PlainPart.of("abc")).isEmpty();
    assertThat(PlainPart.of("éßΣ")).isEmpty();
    assertThat(PlainPart.of("")).isEmpty();
  }
}
