package dev.stageproof.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One planted fault for each rule, with the exact text that is shown for it. */
class ProblemRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sevrity: advisory  | 6:5 unknown key `sevrity`                       | did you mean `severity`?
          on_no_data: {}     | 6:5 unknown key `on_no_data`                    | did you mean `on-no-data`?
          samples: "5"       | 6:14 `5` is not what `samples` takes            | allowed: a whole number, without quotes
          samples: 1.5       | 6:14 `1.5` is not what `samples` takes          | allowed: a whole number
          samples: 3000000000 | 6:14 `3000000000` is not what `samples` takes  | allowed: a whole number
          bytes: 9223372036854775808 | 6:12 `9223372036854775808` is not what `bytes` takes | allowed: a whole number
          share: .inf        | 6:12 `.inf` is not what `share` takes           | allowed: a number
          follow: yes        | 6:13 `yes` is not what `follow` takes           | allowed: true or false
          timeout: 30        | 6:14 `30` has no unit                           | write 30s, 30m or 30h
          timeout: "30"      | 6:14 `30` has no unit                           | write 30s, 30m or 30h
          timeout: 1.5       | 6:14 `1.5` has no unit                          | write 30s, 30m or 30h
          timeout: 4000d     | 6:14 `4000d` is not what `timeout` takes        | allowed: a length of time with its unit, such as 500ms, 20s, 15m, 1h30m or 7d
          timeout: 0s        | 6:14 `timeout` must be longer than nothing      |
          timeout: [1s]      | 6:14 `timeout` takes a single value, not a list | allowed: a length of time with its unit, such as 500ms, 20s, 15m, 1h30m or 7d
          severity: Blocking | 6:15 `Blocking` is not what `severity` takes    | did you mean `blocking`?
          severity: fatal    | 6:15 `fatal` is not what `severity` takes       | allowed: blocking, advisory
          title: null        | 6:5 `title` has no value                        | write one, or leave it out; the text `null` needs quotes
          title:             | 6:5 `title` has no value                        | write one, or leave it out; the text `null` needs quotes
          title: Issue #1100 is gone | 6:18 the text ends here: YAML takes the rest of the line for a comment | put the whole text in quotes; a comment has a space after its `#`
          title: !x y        | 6:12 the tag `!x` means nothing here            | remove it
          expect: {status: 6xx} | 6:22 `6xx` is no HTTP status                | allowed: a status such as 200, or a class of them such as 2xx
          expect: 200        | 6:13 `expect` takes keys with values, not a single value | allowed: the keys status, latency, json
          retry: {}          | 6:5 `retry` lacks the key `budget`              | for example `budget: 30s`: How long to go on looking.
          headers: [a]       | 6:14 `headers` takes keys with values, not a list | allowed: names with values, each: text
          headers: {? [a] : b} | 6:17 a key must be one word                  | write `key: value`
          issued-after: 2026-09-15 | 6:19 `2026-09-15` is not what `issued-after` takes | allowed: a UTC time such as 2026-09-15T08:26:09Z
          on-no-data: {then: pass} | 6:24 `then: pass` needs a `reason`, which the report shows |
          """)
  void aFaultInACheckIsShownAtItsPlace(String line, String place, String hint) {
    assertProblem(Reading.ping(line), place, hint);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          window: {since: 5m, from: 2026-09-15T08:26Z} | 6:17 the window begins twice: give `since` or `from` |
          window: {since: 0s} | 6:17 `since` must be longer than nothing |
          window: {from: 2026-09-15T08:26Z, to: 2026-09-15T08:26Z} | 6:39 the window ends before it begins: `to` must be after `from` |
          run: {jobs: 0}      | 6:13 `jobs` is 1 to 4096 |
          run: {jobs: 4097}   | 6:13 `jobs` is 1 to 4096 |
          run: {timeout: 0s}  | 6:16 `timeout` must be longer than nothing |
          version: 1          | 6:1 duplicate key `version` | it was given on line 1; remove one of the two
          secrets: [hunter-2] | 6:11 `hunter-2` is not what an entry of `secrets` takes | allowed: the name of a variable such as API_TOKEN, never its value
          gcp: {endpoints: {run: localhost}} | 6:24 `localhost` is not http://host:port or https://host[:port] | allowed: an address such as http://127.0.0.1:8085 or https://logging.googleapis.com
          claims: [{text: t, checks: [b]}] | 6:29 no check has the id `b` | did you mean `a`?
          claims: [{text: t, checks: []}]  | 6:20 `checks` is empty | give at least one
          claims: [{text: t}] | 6:10 an entry of `claims` lacks the key `checks` | for example `checks: [factory-removed]`: Ids of the checks that back it.
          waivers: [{id: w, check: other, reason: r, owner: o, expires: 2026-12-31}] | 6:26 no check has the id `other` | allowed: a
          """)
  void aFaultOutsideTheChecksIsShownAtItsPlace(String line, String place, String hint) {
    assertProblem(Reading.root(line), place, hint);
  }

  private static void assertProblem(String yaml, String place, String hint) {
    ConfigException problems = Reading.problemsOf(yaml);
    assertThat(problems.problems())
        .extracting(found -> found.line() + ":" + found.column() + " " + found.message())
        .containsExactly(place);
    assertThat(problems.problems().get(0).hint().orElse(null)).isEqualTo(hint);
  }

  @Test
  void anUnknownTypeNamesTheNearestAndOtherKeysAreNotBlamed() {
    assertThat(Reading.shown("version: 1\nchecks: [{id: a, type: pinng, path: 1, odd: 2}]\n"))
        .isEqualTo(
            """
            c.yaml:2:24: `pinng` is no known type
             2 | checks: [{id: a, type: pinng, path: 1, odd: 2}]
               |                        ^^^^^
               = did you mean `ping`?
            """);
  }

  @Test
  void aMissingTypeNamesThemAll() {
    assertThat(Reading.shown("version: 1\nchecks: [{id: a}]\n"))
        .isEqualTo(
            """
            c.yaml:2:10: an entry of `checks` lacks the key `type`
             2 | checks: [{id: a}]
               |          ^^^^^^^
               = allowed: grep, ping
            """);
  }

  @Test
  void whatTheFileItselfLacksHasNoLine() {
    assertThat(Reading.shown("notes: [x]\n"))
        .isEqualTo(
            """
            c.yaml: the file lacks the key `checks`
              = checks: The questions to ask.

            c.yaml: the file lacks the key `version`
              = for example `version: 1`: The version of this format; always 1.

            2 problems
            """);
  }

  @Test
  void aDuplicateCheckIdNamesTheFirstPlace() {
    String twice = Reading.ping() + "  - {id: a, type: grep, patterns: [x]}\n";

    assertThat(Reading.shown(twice))
        .isEqualTo(
            """
            c.yaml:6:10: duplicate check id `a`
             6 |   - {id: a, type: grep, patterns: [x]}
               |          ^
               = it was given on line 3; every check needs an id of its own
            """);
  }

  @Test
  void aCheckWithAProblemIsStillKnownByItsId() {
    ConfigException problems =
        Reading.problemsOf(Reading.root("claims: [{text: t, checks: [a]}]").replace("/a", "a"));

    assertThat(problems.problems())
        .extracting(Problem::message)
        .containsExactly("a path starts with `/`: `a`");
  }

  @Test
  void severalFaultsOfOneWaiverAreShownTogether() {
    ConfigException problems =
        Reading.problemsOf(Reading.root("waivers: [{id: w, check: b, expires: soon, why: x}]"));

    assertThat(problems.problems())
        .extracting(Problem::message)
        .containsExactly(
            "an entry of `waivers` lacks the key `owner`",
            "an entry of `waivers` lacks the key `reason`",
            "no check has the id `b`",
            "`soon` is not what `expires` takes",
            "unknown key `why`");
  }

  @Test
  void aRootThatIsAListIsRefused() {
    assertThat(Reading.problemsOf("- a\n").problems())
        .extracting(Problem::message)
        .containsExactly("the file takes keys with values, not a list");
  }

  @ParameterizedTest
  @CsvSource({"''", "'# only a comment'", "'---'", "'~'", "'  '"})
  void aFileWithoutSettingsSaysHowToStart(String text) {
    assertThat(Reading.shown(text))
        .isEqualTo(
            "c.yaml: the file holds no settings\n"
                + "  = `stageproof demo` shows a run without one; config/examples holds some to"
                + " start from\n");
  }

  @Test
  void atMostTwoHundredProblemsAreKept() {
    String keys =
        IntStream.range(0, 500).mapToObj(i -> "k" + i + ": 1").collect(Collectors.joining("\n"));

    List<Problem> problems = Reading.problemsOf(Reading.root(keys)).problems();

    assertThat(problems).hasSize(Problems.MOST);
  }
}
