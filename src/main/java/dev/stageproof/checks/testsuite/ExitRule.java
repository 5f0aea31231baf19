package dev.stageproof.checks.testsuite;

import dev.stageproof.checks.programs.RunSettings;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.ProcessObservation;
import dev.stageproof.observe.TestRunObservation.Counts;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Holds the exit code against the reports: one that they don't explain tells that they are not the
 * whole story.
 */
record ExitRule(RunSettings settings, ProcessObservation program, Counts counts) {

  private static final String WHAT = "exit code";
  private static final Pattern PYTEST =
      Pattern.compile("(pytest|py\\.test)(-3(\\.\\d+)?)?(\\.exe)?");
  private static final int TESTS_FAILED = 1;

  /**
   * Pytest's codes.
   *
   * @see <a href="https://docs.pytest.org/en/stable/reference/exit-codes.html">Exit codes</a>
   */
  private static final Map<Integer, String> PYTEST_CODES =
      Map.of(
          TESTS_FAILED,
          "some tests failed",
          2,
          "the run was interrupted, or tests could not be collected",
          3,
          "an internal error of pytest",
          4,
          "pytest was used wrongly",
          5,
          "no tests were collected");

  Assertion get() {
    int code = program.exitCode();
    boolean failures = counts.failed() + counts.errors() > 0;
    boolean pytest = settings.names(PYTEST);
    String actual = code + meaning(pytest, code);
    if (code == 0 || (failures && (!pytest || code == TESTS_FAILED))) {
      return new Assertion(WHAT, expected(failures), actual, Outcome.PASS, Optional.empty());
    }
    return Assertion.unsettled(
        WHAT,
        expected(failures),
        actual + (pytest && code != TESTS_FAILED ? "" : "; the reports name no failed test"),
        "Read what the program wrote, and let it run to its end.");
  }

  private static String expected(boolean failures) {
    return failures ? "one that failed tests explain" : "0";
  }

  private static String meaning(boolean pytest, int code) {
    return Optional.ofNullable(PYTEST_CODES.get(code))
        .filter(text -> pytest)
        .map(text -> ": " + text)
        .orElse("");
  }
}
