package dev.stageproof.refdoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          20s                   | "20s"
          8                     | 8
          0.95                  | 0.95
          true                  | true
          2026-12-31            | "2026-12-31"
          $.items[0], the first | "$.items[0], the first"
          [summary, next-steps] | ["summary","next-steps"]
          [200, 3xx]            | [200,"3xx"]
          ["a, b", 'c']         | ["a, b","c"]
          {a: b, "c": [1, {d: false}]} | {"a":"b","c":[1,{"d":false}]}
          "a \\"b\\""           | "a \\"b\\""
          []                    | []
          """)
  void readsWhatADocMayHold(String text, String json) {
    assertThat(FlowText.parse(text)).hasToString(json);
  }

  @Test
  void whatIsNotClosedIsAProgrammingError() {
    assertThatThrownBy(() -> FlowText.parse("[a, {b: c}")).hasMessage("not closed: [a, {b: c}");
  }
}
