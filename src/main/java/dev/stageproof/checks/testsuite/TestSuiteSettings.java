package dev.stageproof.checks.testsuite;

import dev.stageproof.checks.programs.RunSettings;
import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.OneOrMany;
import dev.stageproof.observe.TestRunRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The settings of {@code test-suite}. */
@Doc(
    "What a test suite's JUnit XML reports say. With `run`, the tests are run first and only the"
        + " reports that this run wrote count; without, reports that are there are read. Failed"
        + " tests and errors fail the check, unless each of them is tolerated; when no test was"
        + " executed, the check is inconclusive. A test's id is its class, two colons and its name,"
        + " as the reports have them: `tests.test_chat::test_reply`, `com.acme.ChatTest::replies`.")
public record TestSuiteSettings(
    @Doc(
            value = "What runs the tests and writes the reports; needs `--allow-exec`.",
            example = "{argv: [python3, -m, pytest, --junitxml=report.xml]}")
        Optional<RunSettings> run,
    @Doc(
            value =
                "The reports, as globs seen from the working directory of `run`, or else from the"
                    + " configuration's folder; `**` stands for any folders.",
            example = "target/surefire-reports/TEST-*.xml",
            required = true)
        @OneOrMany
        List<String> reports,
    @Doc(
            value = "Ids of tests that must have been executed and have passed.",
            example = "['tests.test_chat::test_events']")
        @OneOrMany
        List<String> required,
    @Doc(
            value = "Tests that may fail for a while.",
            example =
                "[{test: 'tests.test_chat::test_reply', reason: 'OPS-12', expires: 2026-12-31}]")
        List<Tolerated> tolerated,
    @Doc(value = "How many tests must have been executed at the least.", def = "1") int minTests,
    @Doc(value = "How many tests may have been skipped at the most.", example = "0")
        Optional<Integer> maxSkipped,
    @Doc(
            value = "How old the oldest report may be, when reports are read that are there.",
            example = "1h")
        Optional<Duration> maxAge) {

  public TestSuiteSettings {
    reports = List.copyOf(reports);
    required = List.copyOf(required);
    tolerated = List.copyOf(tolerated);
    if (reports.isEmpty() || reports.stream().anyMatch(String::isBlank)) {
      throw new InvalidSetting("reports", "name the reports, such as `report.xml`");
    }
    if (minTests < 1) {
      throw new InvalidSetting("min-tests", "`min-tests` is at least 1");
    }
    if (maxSkipped.filter(most -> most < 0).isPresent()) {
      throw new InvalidSetting("max-skipped", "`max-skipped` is at least 0");
    }
    if (run.isPresent() && maxAge.isPresent()) {
      throw new InvalidSetting("max-age", "`max-age` is for reports that are there, without `run`");
    }
    requireApart(required, tolerated);
  }

  private static void requireApart(List<String> required, List<Tolerated> tolerated) {
    List<String> ids = tolerated.stream().map(Tolerated::test).toList();
    for (String id : ids) {
      if (required.contains(id)) {
        throw new InvalidSetting("tolerated", "`" + id + "` is both required and tolerated");
      }
      if (ids.indexOf(id) != ids.lastIndexOf(id)) {
        throw new InvalidSetting("tolerated", "`" + id + "` is tolerated twice");
      }
    }
  }

  /** The same settings give the same request. */
  TestRunRequest request(Path configFolder) {
    Path folder =
        run.map(program -> program.folder(configFolder))
            .orElseGet(() -> RunSettings.folder(configFolder, "."));
    Stream<String> named =
        Stream.concat(required.stream(), tolerated.stream().map(Tolerated::test));
    return new TestRunRequest(
        run.map(program -> program.request(configFolder)),
        folder.toString(),
        reports,
        named.toList());
  }

  Optional<Tolerated> toleranceOf(String id) {
    return tolerated.stream().filter(one -> one.test().equals(id)).findFirst();
  }
}
