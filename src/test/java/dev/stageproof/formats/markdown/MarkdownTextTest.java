package dev.stageproof.formats.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.quicktheories.QuickTheory.qt;
import static org.quicktheories.generators.SourceDSL.lists;

import dev.stageproof.report.ForeignText;
import java.util.List;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.quicktheories.core.Gen;
import org.quicktheories.generators.Generate;

class MarkdownTextTest {

  /** Every character that Markdown or HTML acts on, and some that they don't. */
  private static final List<String> PIECES =
      List.of(
          "\\", "`", "``", "*", "**", "_", "__", "{", "}", "[", "]", "(", ")", "<", ">", "#", "|",
          "~", "~~", "!", "&", "&amp;", "@", "$", ":", "://", "www.", "http", "-", "--", "+", "=",
          "1.", "1)", ".", " ", "a", "b1", "é", "\n", "\"", "'", "/", "?", "😀");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "snake_case and __init__x", // underscores within words
        "v1.0.0-rc.1 (build 7)",
        "a + b = c, 5 > 3, -5 °C",
        "20.1 % of 4,312 entries",
        "$500K+ ARR",
        "Issue #965",
        "{\"a\": 1}",
        "gcr.io/p/i@sha256:9f2c",
        "`health` failed, set `interpreter`",
        "AT&T, R&D",
        "- 5" // changed at its start only, see below
      })
  void harmlessTextStaysReadable(String text) {
    String expected = text.equals("- 5") ? "\\- 5" : text.replace("__init__x", "\\_\\_init__x");
    assertThat(MarkdownText.inline(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '\u0001',
      value = {
        "# heading => \\# heading",
        "> quote => \\> quote",
        "1. one => 1\\. one",
        "12) twelve => 12\\) twelve",
        "--- => \\---",
        "=== => \\===",
        "a | b => a \\| b",
        "<b> => &lt;b>",
        "&lt; => &amp;lt;",
        "[a](b) => \\[a\\](b)",
        "*a* ~b~ => \\*a\\* \\~b\\~",
        "_a_ => \\_a\\_",
        "a\\b => a\\\\b",
        "@octocat => @&#8203;octocat",
        "a@b.example => a@&#8203;b.example",
        "see https://x.example => see https\\://x.example",
        "see www.x.example => see www\\.x.example",
        "$a$ => \\$a\\$",
        "wow! => wow\\!",
        "`open => \\`open",
        "``a`b => \\`\\`a\\`b",
        "`a|b` => \\`a\\|b\\`",
      })
  void actingTextIsEscaped(String text, String markdown) {
    assertThat(MarkdownText.inline(text)).isEqualTo(markdown);
  }

  @Test
  void textIsShownLetterByLetterWhereverItStands() {
    qt().withFixedSeed(965)
        .withExamples(5_000)
        .forAll(texts())
        .checkAssert(
            text -> {
              String line = ForeignText.clean(text).replaceAll("\\s+", " ").strip();
              String inline = MarkdownText.inline(text);
              assertShown("p " + inline + " q", "p " + line + " q");
              assertShown("# p " + inline + " q", "p " + line + " q");
              assertShown("- " + inline, line);
              assertShown("> **" + "x" + "** " + inline, "x " + line);
              assertShown("| " + inline + " | b |\n| --- | --- |\n", line + "b");
              assertShown("| a | b |\n| --- | --- |\n| " + inline + " | c |\n", "ab" + line + "c");
              assertShown("[" + inline + "](#x) end", line + " end");
            });
  }

  @Test
  void codeInACellKeepsItsTextAndTheCell() {
    qt().withFixedSeed(889)
        .withExamples(5_000)
        .forAll(texts())
        .checkAssert(
            text -> {
              String line = text.replaceAll("\\s+", " ").strip();
              Node document =
                  Structure.parse(
                      "| a | b |\n| --- | --- |\n| " + MarkdownText.cellCode(text) + " | c |\n");
              String shown = line.isEmpty() ? "(empty)" : line;
              assertThat(bare(Structure.words(document))).isEqualTo(bare("ab" + shown + "c"));
            });
  }

  @Test
  void fenceIsLongerThanAnyRunInside() {
    qt().withFixedSeed(1100)
        .withExamples(2_000)
        .forAll(texts())
        .checkAssert(
            text -> {
              Node block = Structure.parse(MarkdownText.fenced("shell", text)).getFirstChild();
              assertThat(block).isInstanceOf(FencedCodeBlock.class);
              assertThat(block.getNext()).isNull();
              assertThat(((FencedCodeBlock) block).getLiteral().replace("\u200B", ""))
                  .isEqualTo(text + "\n");
            });
  }

  @Test
  void workflowCommandsInABlockAreBroken() {
    assertThat(MarkdownText.fenced("text", "::error::x\n  ::set-output\na ##[group]"))
        .isEqualTo("```text\n:\u200B:error::x\n  :\u200B:set-output\na ##\u200B[group]\n```");
  }

  @Test
  void emptyCodeSaysSo() {
    assertThat(MarkdownText.code(" \n")).isEqualTo("(empty)");
    assertThat(MarkdownText.code("a`b")).isEqualTo("``a`b``");
    assertThat(MarkdownText.code("`a")).isEqualTo("`` `a ``");
  }

  private static Gen<String> texts() {
    return lists()
        .of(Generate.pick(PIECES))
        .ofSizeBetween(0, 12)
        .map(pieces -> String.join("", pieces));
  }

  private static void assertShown(String markdown, String words) {
    assertThat(bare(Structure.words(Structure.parse(markdown))))
        .as(markdown)
        .isEqualTo(bare(words));
  }

  /** Code spans lose blanks at their ends, and mentions gain an invisible character. */
  private static String bare(String text) {
    return text.replace("\u200B", "").replaceAll("[` ]", "");
  }
}
