package dev.stageproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterErrorsTest {

  private static String error(String filter) {
    FilterException caught =
        catchThrowableOfType(FilterException.class, () -> FilterEvaluator.compile(filter));
    assertThat(caught).as(filter).isNotNull();
    return caught.describe(filter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "severity= | syntax error, token 'end of filter' at line 1, column 10",
        "insertId = abc:def | syntax error, token ':' at line 1, column 15",
        "(severity=ERROR | syntax error, token 'end of filter' at line 1, column 16",
        "severity=ERROR) | syntax error, token ')' at line 1, column 15",
        "a AND AND b | syntax error, token 'AND' at line 1, column 7",
        "OR a | syntax error, token 'OR' at line 1, column 1",
        "NOT | syntax error, token 'end of filter' at line 1, column 4",
        "a = 'x' | unexpected character ''' at line 1, column 5",
        "textPayload:\"open | unterminated string at line 1, column 13",
        "textPayload=~\"\\d+\" | illegal escape in a string; write \\\\ for a backslash at line 1, column 15",
        "thud=1 | unknown field 'thud' at line 1, column 1",
        "textPayload.thud=1 | unknown field 'textPayload.thud' at line 1, column 1",
        "operation.thud=1 | unknown field 'operation.thud' at line 1, column 1",
        "severity=LOUD | a severity is wanted, found 'LOUD' at line 1, column 10",
        "httpRequest.status=high | a number is wanted, found 'high' at line 1, column 20",
        "traceSampled=1 | true or false is wanted, found '1' at line 1, column 14",
        "timestamp>\"noon\" | a timestamp is wanted, found 'noon' at line 1, column 11",
        "httpRequest.latency>\"8\" | a duration such as \"1.5s\" is wanted, found '8' at line 1, column 21",
        "httpRequest.status=~\"5..\" | =~ needs a field of strings, found '5..' at line 1, column 21",
        "textPayload=~abc | =~ needs a pattern in double quotes, found 'abc' at line 1, column 14",
        "textPayload=~\"a(\" | invalid regular expression: missing closing ), found 'a(' at line 1, column 14",
        "textPayload=~\"(?=a)\" | invalid regular expression: invalid or unsupported Perl syntax, found '(?=a)' at line 1, column 14",
        "labels=x | = needs a field with a value of its own, found 'x' at line 1, column 8",
        "sample(insertId, 0.5) | the sandbox knows no function 'sample' at line 1, column 1",
      })
  void aFilterThatMeansNothingIsRefusedWithItsPlace(String filter, String problem) {
    assertThat(error(filter)).isEqualTo("Unparseable filter: " + problem);
  }

  @Test
  void thePlaceCountsLines() {
    assertThat(error("severity=ERROR\n\n  thud=1"))
        .isEqualTo("Unparseable filter: unknown field 'thud' at line 3, column 3");
  }

  @Test
  void deepNestingIsRefusedBeforeTheStackEnds() {
    assertThat(error("(".repeat(20_000)))
        .isEqualTo("Unparseable filter: nested too deeply at line 1, column 101");
  }
}
