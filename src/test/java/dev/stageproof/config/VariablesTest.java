package dev.stageproof.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.samples.PingSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesTest {

  private static final String SECRET = "s3cr3t-value";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ${A}            | one
          x-${A}-${B}     | x-one-two
          ${NONE:-def}    | def
          ${EMPTY:-def}   | def
          ${A:-def}       | one
          ${NONE:-}y      | y
          $${A}           | ${A}
          $${A} ${A}      | ${A} one
          costs $5        | costs $5
          ${NESTED}       | ${A}
          ${YAML}         | {a: [b]}
          """)
  void variablesArePutIntoValuesOnce(String written, String expected) throws ConfigException {
    Map<String, String> values =
        Map.of("A", "one", "B", "two", "EMPTY", "", "NESTED", "${A}", "YAML", "{a: [b]}");

    RunConfig config =
        Reading.reader(values).read("c.yaml", Reading.root("notes: ['" + written + "']"));

    assertThat(config.notes()).containsExactly(expected);
  }

  @Test
  void aVariableIsTypedByWhatItIsFor() throws ConfigException {
    String yaml =
        Reading.ping(
            "samples: ${N}",
            "follow: \"${F}\"",
            "timeout: ${T}",
            "expect: {json: [{path: x, equals: \"${N}\"}]}");

    RunConfig config =
        Reading.reader(Map.of("N", "7", "F", "false", "T", "3s")).read("c.yaml", yaml);

    PingSettings own = (PingSettings) config.checks().get(0).settings();
    assertThat(own.samples()).isEqualTo(7);
    assertThat(own.follow()).isFalse();
    assertThat(own.expect().json().get(0).equals()).contains("7");
  }

  @Test
  void keysAreNeverExpanded() throws ConfigException {
    RunConfig config = Reading.of(Reading.ping("headers: {\"${A}\": b}"));

    PingSettings own = (PingSettings) config.checks().get(0).settings();
    assertThat(own.headers()).containsKey("${A}");
  }

  @Test
  void anUnsetVariableIsShownAtItsPlace() {
    assertThat(Reading.shown(Reading.root("notes: [\"see ${HERE} and ${THERE:-x}\"]")))
        .isEqualTo(
            """
            c.yaml:6:14: the variable `HERE` is not set
             6 | notes: ["see ${HERE} and ${THERE:-x}"]
               |              ^^^^^^^
               = give it with `--var HERE=VALUE`, set it in the environment, or write `${HERE:-default}`
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"${", "${a b}", "${}", "x ${A", "${1}"})
  void aBrokenReferenceSaysHowToWriteOne(String written) {
    assertThat(Reading.problemsOf(Reading.root("notes: ['" + written + "']")).problems())
        .extracting(Problem::message)
        .containsExactly("`${` must be followed by a variable's name and `}`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "samples: ${S}",
        "timeout: ${S}",
        "severity: ${S}",
        "follow: ${S}",
        "expect: {status: \"${S}\"}",
        "issued-after: x${S}",
        "retry: \"${S}\"",
        "on-no-data: {then: pass, reason: \"${S}\", x: y}"
      })
  void noMessageShowsTheValueOfAVariable(String line) {
    ConfigReader reader = Reading.reader(Map.of("S", SECRET));

    String shown = Reading.problemsOf(reader, Reading.ping(line), "c.yaml").render();

    assertThat(shown).doesNotContain(SECRET).contains("${S}");
  }

  @Test
  void aRecordThatRefusesAVariablesValueDoesNotShowIt() {
    ConfigReader reader = Reading.reader(Map.of("S", SECRET));
    String yaml = Reading.ping().replace("path: /a", "path: ${S}");

    assertThat(Reading.problemsOf(reader, yaml, "c.yaml").render())
        .isEqualTo(
            """
            c.yaml:5:11: `path` does not take the value of this variable
             5 |     path: ${S}
               |           ^^^^
               = see what the variable holds; it is not shown here
            """);
  }

  @Test
  void referencesBetweenPartsFollowVariables() throws ConfigException {
    String yaml =
        Reading.root("claims: [{text: t, checks: [\"${ID}\"]}]").replace("id: a", "id: ${ID}");

    RunConfig config = Reading.reader(Map.of("ID", "web")).read("c.yaml", yaml);

    assertThat(config.claims().get(0).checks()).containsExactly("web");
  }
}
