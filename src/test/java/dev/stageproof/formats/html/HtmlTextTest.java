package dev.stageproof.formats.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<b a=\"x\">     | &lt;b a=&quot;x&quot;&gt;",
        "it's & &amp;    | it&#39;s &amp; &amp;amp;",
        "::error x       | &#58;:error x",
        "a ::b           | a ::b",
        "x##[group]      | x&#35;#[group]",
        "Größe ✅ 👩‍🚀 | Größe ✅ 👩‍🚀",
      })
  void textIsShownLetterByLetter(String text, String html) {
    assertThat(HtmlText.escaped(text)).isEqualTo(html);
  }

  @Test
  void commandsAreNoneOnAnyLine() {
    assertThat(HtmlText.escaped("a\n  ::error\n:: b")).isEqualTo("a\n  &#58;:error\n&#58;: b");
  }

  @Test
  void whatActsOnATerminalOrReordersTextIsGone() {
    assertThat(HtmlText.escaped("\u001B[31mred\u001B[0m\u202Ex\u2066\u0000")).isEqualTo("redx");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Promote `a-1`.      | Promote <code>a-1</code>.",
        "`a` and `b<c`       | <code>a</code> and <code>b&lt;c</code>",
        "`` a ``             | `` a ``",
        "one ` only          | one ` only",
        "<i> `x`             | &lt;i&gt; <code>x</code>",
      })
  void namesBetweenBackticksBecomeCode(String sentence, String html) {
    assertThat(HtmlText.prose(sentence)).isEqualTo(html);
  }
}
