package dev.stageproof.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Broken and hostile YAML: one clear problem, in bounded time and memory. */
class HostileYamlTest {

  @Test
  void aSyntaxErrorIsOneProblemAtItsPlace() {
    assertThat(Reading.shown("version: 1\nchecks: [a\nnotes: x\n"))
        .isEqualTo(
            """
            c.yaml:3:6: not valid YAML: expected ',' or ']', but got :
             3 | notes: x
               |      ^
               = the cause may stand on an earlier line: an open quote or bracket
            """);
  }

  @Test
  void aVariableBetweenBracketsIsToldToBeQuoted() {
    assertThat(Reading.problemsOf("target: {project: ${P}}\n").problems().get(0).hint())
        .contains("between brackets, a value that holds `${…}` needs quotes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: b: c     | a text that holds `: ` needs quotes; keys of one map share a column
          a: @b       | a text that begins with a special character needs quotes
          a: *b       | a text that begins with a special character needs quotes
          """)
  void commonMistakesHaveTheirOwnHint(String yaml, String hint) {
    assertThat(Reading.problemsOf(yaml).problems().get(0).hint()).contains(hint);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesAreCountedWhateverBreaksThem(String lineBreak) {
    String yaml = Reading.root("notes: [\"😀 ${X}\"]", "odd: 1").replace("\n", lineBreak);

    assertThat(Reading.problemsOf(yaml).problems())
        .extracting(found -> found.line() + ":" + found.column() + " " + found.sourceLine())
        .containsExactly("6:12 notes: [\"😀 ${X}\"]", "7:1 odd: 1");
  }

  @Test
  void aTabIsToldToBeSpaces() {
    assertThat(Reading.problemsOf("a:\n\tb: 1\n").problems().get(0).hint())
        .contains("indent with spaces, not with tabs");
  }

  @Test
  void aSecondDocumentIsRefused() {
    assertThat(Reading.shown(Reading.ping() + "---\nnotes: [x]\n"))
        .isEqualTo(
            """
            c.yaml:6:1: a second YAML document begins here
             6 | ---
               | ^
               = one file holds one configuration
            """);
  }

  @Test
  void aliasesThatExplodeAreStopped() {
    String bomb =
        "l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n"
            + IntStream.rangeClosed(1, 9)
                .mapToObj(i -> "l%d: &l%d [%s]".formatted(i, i, ("*l" + (i - 1) + ", ").repeat(10)))
                .collect(Collectors.joining("\n"));
    String yaml =
        Reading.ping()
            + "  - id: g\n    type: grep\n    patterns: [x]\n    labels:\n"
            + bomb.indent(6);

    List<Problem> problems = Reading.problemsOf(yaml).problems();

    assertThat(problems)
        .extracting(Problem::message)
        .containsExactly("the file stands for more than 20,000 values");
  }

  @Test
  void anAliasInsideItsOwnAnchorIsStopped() {
    String yaml = Reading.ping() + "  - {id: g, type: grep, patterns: [x], labels: &l {a: *l}}\n";

    assertThat(Reading.problemsOf(yaml).problems())
        .extracting(Problem::message)
        .containsExactly("nested deeper than 50 levels");
  }

  @Test
  void nestingThatWouldOverflowTheStackIsStoppedBeforeNodesAreMade() {
    assertThat(Reading.problemsOf("[".repeat(500_000)).problems())
        .extracting(problem -> problem.column() + ": " + problem.message())
        .containsExactly("51: nested deeper than 50 levels");
  }

  @Test
  void aLengthOfTimeOfVeryManyPartsIsRefused() {
    String yaml = Reading.ping("timeout: " + "1s".repeat(200_000));

    assertThat(Reading.problemsOf(yaml).problems().get(0).message())
        .startsWith("`1s1s1s")
        .endsWith("1s…` is not what `timeout` takes");
  }

  @Test
  void aTextThatIsTooLongIsRefused() {
    ConfigException problems = Reading.problemsOf("a: " + "x".repeat(ConfigFile.MOST_BYTES));

    assertThat(problems.problems()).extracting(Problem::line).containsExactly(1);
    assertThat(problems.getMessage()).contains("exceeds the limit");
  }

  @Test
  void aControlCharacterIsNamedAndNotShown() {
    assertThat(Reading.shown("a: \u001b[31mred\n"))
        .isEqualTo(
            """
            c.yaml:1:4: the character U+001B is not allowed in YAML
             1 | a: \uFFFD[31mred
               |    ^
               = remove it, or write it as an escape in double quotes
            """);
  }

  @Test
  void aControlCharacterFromAnEscapeIsNotShownEither() {
    String shown = Reading.shown(Reading.root("\"\\e[31m\\u202Ered\": 1"));

    assertThat(shown)
        .doesNotContain("\u001b", "\u202e")
        .contains("unknown key `\uFFFD[31m\uFFFDred`");
  }

  @Test
  void aLongLineIsCutAroundTheFault() {
    String yaml = Reading.root("notes: [" + "a, ".repeat(60) + "{b: c}, " + "d, ".repeat(60) + "]");

    assertThat(Reading.shown(yaml))
        .isEqualTo(
            """
            c.yaml:6:189: an entry of `notes` takes a single value, not keys with values
             6 | …, a, a, a, a, a, a, a, a, a, a, {b: c}, d, d, d, d, d, d, d, d, d, d, d, d, d, d, d, d, …
               |                                  ^^^^^^
               = allowed: text
            """);
  }

  @Test
  void aLongKeyIsCutInItsMessage() {
    String shown = Reading.shown(Reading.root("k".repeat(5000) + ": 1"));

    assertThat(shown.lines()).allMatch(line -> line.length() < 200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%YAML 99999999999.1\n---\na: 1",
        "%YAML 2.0\n---\na: 1",
        "version: !!int one",
        "!!map [a]",
        "? {a: b}\n: c",
        "&a : *a",
        "a: !!null x",
        "a: |9999999999\n  b",
        "\uD83D: 1"
      })
  void strangeButShortInputsAreAnswered(String yaml) {
    assertThat(Reading.problemsOf(yaml).problems()).isNotEmpty();
  }
}
