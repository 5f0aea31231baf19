package dev.stageproof.shape;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.shape.JsonTrees.NotJsonException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTreesTest {

  private static Map<String, Object> read(String json) throws IOException, NotJsonException {
    return JsonTrees.read(new ByteArrayInputStream(json.getBytes(UTF_8)));
  }

  private static void assertRefused(String json, String message) {
    assertThatThrownBy(() -> read(json)).isInstanceOf(NotJsonException.class).hasMessage(message);
  }

  @Test
  void readsAnObject() throws IOException, NotJsonException {
    assertThat(read("{\"a\": [1, 2.5, \"x\", true], \"b\": {\"c\": 5}}"))
        .isEqualTo(Map.of("a", List.of(1L, 2.5, "x", true), "b", Map.of("c", 5L)));
  }

  @Test
  void saysWhereItIsNotJson() {
    assertRefused(
        "{\n  \"a\": 1,\n  b: 2}",
        "line 3, column 3: Unexpected character ('b' (code 98)): was expecting double-quote to"
            + " start field name");
    assertRefused("", "it is empty");
    assertRefused("{}\n {}", "line 2, column 2: something follows the object");
    assertRefused("[1]", "line 1: a list instead of an object");
    assertRefused("null", "line 1: nothing instead of an object");
  }

  @Test
  void aKeyThatStandsTwiceIsRefused() {
    assertRefused("{\"a\": 1, \"a\": 2}", "line 1, column 13: Duplicate field 'a'");
  }

  @Test
  void depthAndLengthAreBounded() {
    assertThatThrownBy(() -> read("{\"a\":" + "[".repeat(300)))
        .isInstanceOf(NotJsonException.class)
        .hasMessageContaining("nesting depth (201) exceeds the maximum allowed (200");
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }

          @Override
          public int read(byte[] buffer, int from, int length) {
            Arrays.fill(buffer, from, from + length, (byte) ' ');
            return length;
          }
        };
    InputStream start = new ByteArrayInputStream("{".getBytes(UTF_8));
    assertThatThrownBy(() -> JsonTrees.read(new SequenceInputStream(start, endless)))
        .isInstanceOf(NotJsonException.class)
        .hasMessageContaining("exceeds the maximum allowed (50331648");
  }
}
