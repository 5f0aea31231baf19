package dev.stageproof.checks.testsuite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.stageproof.checks.programs.RunSettings;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.TestRunObservation;
import dev.stageproof.observe.TestRunRequest;
import dev.stageproof.probes.Deadline;
import dev.stageproof.probes.testrun.TestRunProbe;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.Observation;
import dev.stageproof.spi.Observations;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Sight;
import dev.stageproof.testing.Tools;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The check with a real pytest. */
@Timeout(120)
class PytestTest {

  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-11-20");
  private static final String SUITE =
      """
      def test_one(): pass
      def test_two(): pass
      def test_three(): pass
      def test_four(): assert 1 == 2
      def test_five(): raise ValueError("no reply")
      """;

  @TempDir Path folder;

  @BeforeAll
  static void needsPytest() {
    Tools.requirePytest();
  }

  @Test
  void threePassedAndTwoFailedIsAFailThatNamesTheTwo() throws Exception {
    Evaluation result = run(SUITE, List.of(), List.of());

    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.headline()).isEqualTo("3 passed, 2 failed: test_four, test_five");
    assertThat(result.assertions())
        .containsExactly(
            Assertion.of("tests executed", "at least 1", "5", true),
            Assertion.of("test_suite::test_four", "passed", "failed: assert 1 == 2", false),
            Assertion.of("test_suite::test_five", "passed", "failed: ValueError: no reply", false),
            Assertion.of(
                "reports", "at least one that this run wrote, each whole", "1 report", true),
            Assertion.of(
                "exit code", "one that failed tests explain", "1: some tests failed", true));
    assertThat(result.metrics())
        .contains(
            Metric.measured("tests passed", 3, Unit.COUNT),
            Metric.measured("tests failed", 2, Unit.COUNT));
  }

  @Test
  void withBothToleratedAndInDateItIsAPassWithARemarkOnEach() throws Exception {
    Evaluation result =
        run(SUITE, List.of(), List.of(tolerated("four", TODAY), tolerated("five", TODAY)));

    assertThat(result.outcome()).isEqualTo(Outcome.PASS);
    assertThat(result.headline()).isEqualTo("3 passed, 2 failed (2 tolerated)");
    assertThat(result.remarks())
        .containsExactly(
            "Test test_suite::test_four failed, which is tolerated until 2026-11-20: OPS-12.",
            "Test test_suite::test_five failed, which is tolerated until 2026-11-20: OPS-12.");
  }

  @Test
  void anExpiredToleranceNoLongerCounts() throws Exception {
    Evaluation result =
        run(
            SUITE,
            List.of(),
            List.of(tolerated("four", TODAY.minusDays(1)), tolerated("five", TODAY)));

    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.headline()).isEqualTo("3 passed, 2 failed (1 tolerated): test_four");
    assertThat(result.remarks())
        .contains("Test test_suite::test_four failed, which was tolerated until 2026-11-19 only.");
  }

  @Test
  void anUnusedToleranceIsTold() throws Exception {
    Evaluation result =
        run(
            "def test_one(): pass\n",
            List.of(),
            List.of(tolerated("one", TODAY), tolerated("gone", TODAY)));

    assertThat(result.outcome()).isEqualTo(Outcome.PASS);
    assertThat(result.remarks())
        .containsExactly(
            "Test test_suite::test_one did not fail: the tolerance of its failure is unused.",
            "Test test_suite::test_gone is in no report: the tolerance of its failure is unused.");
  }

  @Test
  void zeroCollectedIsInconclusive() throws Exception {
    Evaluation result = run("x = 1\n", List.of(), List.of());

    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(result.headline())
        .isEqualTo("no test was executed; exit code: 5: no tests were collected");
  }

  @Test
  void onlySkippedIsInconclusive() throws Exception {
    Evaluation result =
        run(
            "import pytest\n@pytest.mark.skip(reason='no')\ndef test_one(): pass\n",
            List.of(),
            List.of());

    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(result.assertions().get(0).actual()).isEqualTo("none, 1 skipped");
  }

  @Test
  void aModuleThatDoesNotImportIsAnErrorAndAFail() throws Exception {
    Evaluation result = run("import no_such_module\n", List.of(), List.of());

    assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
    assertThat(result.headline()).startsWith("0 passed, 1 error: test_suite");
  }

  @Test
  void aRequiredTestThatWasNotRunFailsWithTheNearestId() throws Exception {
    Evaluation result = run("def test_one(): pass\n", List.of("test_suite::test_ome"), List.of());

    assertThat(result.assertions())
        .contains(
            new Assertion(
                "test_suite::test_ome",
                "passed",
                "in no report",
                Outcome.FAIL,
                Optional.of(
                    "Nearest id: test_suite::test_one. Correct the id, or see why the test was"
                        + " not run.")));
  }

  @Test
  void wrongUseIsInconclusive() throws Exception {
    Files.writeString(folder.resolve("test_suite.py"), SUITE);
    Evaluation result = run(settings(List.of("--no-such-option"), List.of(), List.of()));

    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(result.assertions())
        .extracting(Assertion::actual)
        .contains("none of *.xml", "4: pytest was used wrongly");
  }

  @Test
  void aReportOfAnEarlierRunDoesNotCountAndIsTold() throws Exception {
    run(SUITE, List.of(), List.of());
    Evaluation result = run(settings(List.of("--no-such-option"), List.of(), List.of()));

    assertThat(result.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
    assertThat(result.assertions())
        .extracting(Assertion::actual)
        .contains("none of *.xml; ignored: 1 report from before this run");
  }

  private static Tolerated tolerated(String name, LocalDate expires) {
    return new Tolerated("test_suite::test_" + name, "OPS-12.", expires);
  }

  private Evaluation run(String suite, List<String> required, List<Tolerated> tolerated)
      throws Exception {
    Files.writeString(folder.resolve("test_suite.py"), suite);
    return run(settings(List.of("--junitxml=report.xml"), required, tolerated));
  }

  private static TestSuiteSettings settings(
      List<String> options, List<String> required, List<Tolerated> tolerated) {
    List<String> argv =
        new ArrayList<>(List.of("python3", "-B", "-m", "pytest", "-p", "no:cacheprovider"));
    argv.addAll(options);
    RunSettings run = new RunSettings(argv, false, Optional.empty(), ".", Map.of());
    return new TestSuiteSettings(
        Optional.of(run),
        List.of("*.xml"),
        required,
        tolerated,
        1,
        Optional.empty(),
        Optional.empty());
  }

  private Evaluation run(TestSuiteSettings settings) throws Exception {
    TestSuiteCheck check = new TestSuiteCheck();
    CheckContext context = context();
    CheckPlan.Ask plan = (CheckPlan.Ask) check.plan(settings, context);
    TestRunObservation seen =
        new TestRunProbe()
            .observe((TestRunRequest) plan.requests().get(0), Deadline.in(Duration.ofSeconds(60)));
    return check.evaluate(settings, context, only(seen));
  }

  private CheckContext context() {
    return new CheckContext(
        NOW,
        new CheckContext.Unknown(Gap.of(GapReason.UNKNOWN_TARGET, "none", "none")),
        Optional.empty(),
        Optional.empty(),
        folder,
        Duration.ofSeconds(60));
  }

  private static Observations only(TestRunObservation seen) {
    return new Observations() {
      @Override
      public <O extends Observation> Sight<O> sight(Request<O> request) {
        return new Sight.Seen<>(request.observationType().cast(seen));
      }
    };
  }
}
