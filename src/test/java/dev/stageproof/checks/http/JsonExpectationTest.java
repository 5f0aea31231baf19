package dev.stageproof.checks.http;

import static dev.stageproof.checks.http.Answers.evaluate;
import static dev.stageproof.checks.http.Answers.expect;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.observe.PathExpression;
import dev.stageproof.observe.Regex;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values in a JSON body. */
class JsonExpectationTest {
  private static final Sample BODY =
      Answers.json(
          """
          {"status": "healthy", "count": 3, "load": 0.50, "on": true, "none": null,
           "tags": ["a", "b"], "nested": {"b": 1.0, "a": 2},
           "parts": [{"name": "db", "ok": true}, {"name": "cache", "ok": false}]}
          """);

  private static JsonExpectation value(
      String path,
      Optional<Object> equals,
      Optional<String> regex,
      boolean exists,
      Optional<String> min,
      Optional<String> max) {
    return new JsonExpectation(
        PathExpression.parse(path),
        equals,
        regex.map(Regex::parse),
        exists,
        min.map(Decimal::parse),
        max.map(Decimal::parse));
  }

  static JsonExpectation equal(String path, Object expected) {
    return value(
        path, Optional.of(expected), Optional.empty(), true, Optional.empty(), Optional.empty());
  }

  private static JsonExpectation regex(String path, String regex) {
    return value(
        path, Optional.empty(), Optional.of(regex), true, Optional.empty(), Optional.empty());
  }

  private static JsonExpectation existing(String path, boolean exists) {
    return value(
        path, Optional.empty(), Optional.empty(), exists, Optional.empty(), Optional.empty());
  }

  private static JsonExpectation range(String path, Optional<String> min, Optional<String> max) {
    return value(path, Optional.empty(), Optional.empty(), true, min, max);
  }

  private static void assertIs(
      JsonExpectation expected, Sample sample, String words, String actual, Outcome outcome) {
    Assertion seen = evaluate(expect(expected), sample).assertions().get(1);
    assertThat(seen.what()).isEqualTo(expected.path().source());
    assertThat(seen.expected()).isEqualTo(words);
    assertThat(seen.actual()).isEqualTo(actual);
    assertThat(seen.outcome()).isEqualTo(outcome);
  }

  @Test
  void textIsEqualOrNot() {
    assertIs(equal("$.status", "healthy"), BODY, "\"healthy\"", "\"healthy\"", Outcome.PASS);
    assertIs(equal("$.status", "down"), BODY, "\"down\"", "\"healthy\"", Outcome.FAIL);
  }

  @Test
  void numbersAreEqualByValue() {
    assertIs(equal("$.count", 3L), BODY, "3", "3", Outcome.PASS);
    assertIs(equal("$.count", 3.0), BODY, "3", "3", Outcome.PASS);
    assertIs(equal("$.load", 0.5), BODY, "0.5", "0.5", Outcome.PASS);
    assertIs(equal("$.count", 4L), BODY, "4", "3", Outcome.FAIL);
    assertIs(equal("$.count", "3"), BODY, "\"3\"", "3", Outcome.FAIL);
  }

  @Test
  void listsAndObjectsAreEqualAsAWhole() {
    assertIs(
        equal("$.tags", List.of("a", "b")), BODY, "[\"a\",\"b\"]", "[\"a\",\"b\"]", Outcome.PASS);
    assertIs(
        equal("$.tags", List.of("b", "a")), BODY, "[\"b\",\"a\"]", "[\"a\",\"b\"]", Outcome.FAIL);
    assertThat(
            evaluate(expect(equal("$.nested", Map.of("a", 2L, "b", 1L))), BODY)
                .assertions()
                .get(1)
                .outcome())
        .isEqualTo(Outcome.PASS);
  }

  @Test
  void aMissingValueIsNotEqual() {
    assertIs(equal("$.gone", true), BODY, "true", "absent", Outcome.FAIL);
  }

  @Test
  void aRegexIsFoundInTextOrInTheJsonOfOtherValues() {
    assertIs(regex("$.status", "^heal"), BODY, "a match of ^heal", "\"healthy\"", Outcome.PASS);
    assertIs(regex("$.count", "^3$"), BODY, "a match of ^3$", "3", Outcome.PASS);
    assertIs(regex("$.status", "^x"), BODY, "a match of ^x", "\"healthy\"", Outcome.FAIL);
    assertIs(regex("$.gone", ".*"), BODY, "a match of .*", "absent", Outcome.FAIL);
  }

  @Test
  void aValueIsThereOrNot() {
    assertIs(existing("$.on", true), BODY, "present", "true", Outcome.PASS);
    assertIs(existing("$.none", true), BODY, "present", "null", Outcome.PASS);
    assertIs(existing("$.gone", true), BODY, "present", "absent", Outcome.FAIL);
    assertIs(existing("$.gone", false), BODY, "absent", "absent", Outcome.PASS);
    assertIs(existing("$.on", false), BODY, "absent", "true", Outcome.FAIL);
    assertIs(existing("$.parts[?(@.name == 'x')]", false), BODY, "absent", "absent", Outcome.PASS);
  }

  @Test
  void aNumberLiesWithinItsBounds() {
    assertIs(
        range("$.count", Optional.of("3"), Optional.empty()),
        BODY,
        "at least 3",
        "3",
        Outcome.PASS);
    assertIs(
        range("$.count", Optional.of("3.5"), Optional.empty()),
        BODY,
        "at least 3.5",
        "3",
        Outcome.FAIL);
    assertIs(
        range("$.load", Optional.empty(), Optional.of("0.5")),
        BODY,
        "at most 0.5",
        "0.5",
        Outcome.PASS);
    assertIs(
        range("$.load", Optional.empty(), Optional.of("-1")),
        BODY,
        "at most -1",
        "0.5",
        Outcome.FAIL);
  }

  @Test
  void whatIsNoNumberLiesWithinNoBounds() {
    assertIs(
        range("$.status", Optional.of("0"), Optional.empty()),
        BODY,
        "at least 0",
        "\"healthy\"",
        Outcome.FAIL);
    assertIs(
        range("$.gone", Optional.empty(), Optional.of("9")),
        BODY,
        "at most 9",
        "absent",
        Outcome.FAIL);
  }

  @Test
  void bothBoundsAreComparedOnTheirOwn() {
    List<Assertion> seen =
        evaluate(expect(range("$.count", Optional.of("1"), Optional.of("2"))), BODY).assertions();
    assertThat(seen)
        .extracting(Assertion::expected)
        .containsExactly("2xx", "at least 1", "at most 2");
    assertThat(seen)
        .extracting(Assertion::outcome)
        .containsExactly(Outcome.PASS, Outcome.PASS, Outcome.FAIL);
  }

  @Test
  void everyValueOfAWildcardIsCompared() {
    assertIs(
        equal("$.parts[*].ok", true), BODY, "true", "1 of 2 values differ: false", Outcome.FAIL);
    assertIs(
        regex("$.parts[*].name", "^[a-z]+$"),
        BODY,
        "a match of ^[a-z]+$",
        "\"db\", \"cache\"",
        Outcome.PASS);
    assertIs(equal("$.parts[?(@.name == 'db')].ok", true), BODY, "true", "true", Outcome.PASS);
  }

  @Test
  void aWildcardThatFindsNothingFails() {
    assertIs(equal("$.gone[*].ok", true), BODY, "true", "absent", Outcome.FAIL);
  }

  @Test
  void aFunctionOfThePathIsAValue() {
    assertIs(equal("$.parts.length()", 2L), BODY, "2", "2", Outcome.PASS);
  }

  @Test
  void aPathThatCannotBeEvaluatedProvesNoAbsence() {
    assertIs(
        existing("$.frobnicate()", false),
        BODY,
        "absent",
        "the path can't be evaluated here: Function with name: frobnicate does not exist.",
        Outcome.INCONCLUSIVE);
  }

  @Test
  void aBodyThatIsNotJsonFailsAndSaysWhatItIs() {
    assertIs(
        existing("$.status", true),
        Answers.text("<html>\n<h1>Error</h1>"),
        "present",
        "not JSON but text/html: \"<html> <h1>Error</h1>\"",
        Outcome.FAIL);
    assertIs(existing("$.x", false), Answers.text(""), "absent", "an empty body", Outcome.FAIL);
    assertIs(
        existing("$.x", false),
        Answers.json("{} {}"),
        "absent",
        "not JSON but application/json: \"{} {}\"",
        Outcome.FAIL);
  }

  @Test
  void aCutBodyIsUnsettled() {
    assertIs(
        existing("$.x", false),
        Answers.cut("{}"),
        "absent",
        "not seen whole: only the first 262,144 bytes",
        Outcome.INCONCLUSIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "$.a[", "$.a]", "$.a[0", "$..", "$[?(@.a ==)]"})
  void aPathThatIsNoneIsRefusedAtOnce(String path) {
    assertThatThrownBy(() -> PathExpression.parse(path))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("JSONPath")
        .hasMessageContaining("`" + path + "`")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aNumberThatIsNoneIsRefusedAtOnce() {
    assertThatThrownBy(() -> Decimal.parse("1e9"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("`1e9` is not a number such as 5 or 99.5");
  }
}
