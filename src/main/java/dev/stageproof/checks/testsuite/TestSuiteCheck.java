package dev.stageproof.checks.testsuite;

import dev.stageproof.checks.programs.Output;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Evaluation;
import dev.stageproof.model.Metric;
import dev.stageproof.model.Outcome;
import dev.stageproof.model.Unit;
import dev.stageproof.observe.TestRunObservation;
import dev.stageproof.observe.TestRunObservation.Counts;
import dev.stageproof.observe.TestRunObservation.Test;
import dev.stageproof.spi.CheckContext;
import dev.stageproof.spi.CheckPlan;
import dev.stageproof.spi.CheckType;
import dev.stageproof.spi.Observations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts what a test suite's reports say. */
public final class TestSuiteCheck implements CheckType<TestSuiteSettings> {

  private static final int MOST_NAMED = 3;

  @Override
  public String name() {
    return "test-suite";
  }

  @Override
  public String title() {
    return "Test suite";
  }

  @Override
  public Class<TestSuiteSettings> settingsType() {
    return TestSuiteSettings.class;
  }

  @Override
  public Duration timeout(TestSuiteSettings settings) {
    return settings.run().isPresent() ? Duration.ofMinutes(10) : Duration.ofSeconds(20);
  }

  @Override
  public CheckPlan plan(TestSuiteSettings settings, CheckContext context) {
    return CheckPlan.ask(settings.request(context.directory()));
  }

  @Override
  public Evaluation evaluate(
      TestSuiteSettings settings, CheckContext context, Observations observations) {
    TestRunObservation seen = observations.of(settings.request(context.directory()));
    ReportRule reports = new ReportRule(settings, seen, context.now());
    TestRules tests = new TestRules(settings, seen, reports.complete(), context.now());
    List<Assertion> all = new ArrayList<>(tests.list());
    all.addAll(reports.list());
    seen.program()
        .ifPresent(
            program ->
                all.add(new ExitRule(settings.run().orElseThrow(), program, seen.counts()).get()));
    return Evaluation.of(headline(seen, reports, tests) + unsettled(all), all)
        .withMetrics(metrics(seen))
        .withExcerpts(seen.program().map(Output::excerpts).orElse(List.of()))
        .withRemarks(tests.remarks());
  }

  /** "3 passed, 2 failed: test_reply, test_close". */
  private static String headline(TestRunObservation seen, ReportRule reports, TestRules tests) {
    Counts counts = seen.counts();
    if (counts.executed() + counts.skipped() == 0) {
      return "no test was executed";
    }
    List<String> parts = new ArrayList<>(List.of(counts.passed() + " passed"));
    add(parts, counts.failed(), "failed");
    add(parts, counts.errors(), counts.errors() == 1 ? "error" : "errors");
    add(parts, counts.skipped(), "skipped");
    add(parts, counts.flaky(), "only when repeated");
    String tolerated =
        tests.tolerated().isEmpty() ? "" : " (" + tests.tolerated().size() + " tolerated)";
    String age =
        reports.oldest().map(old -> "; oldest report " + ReportRule.words(old) + " old").orElse("");
    return String.join(", ", parts) + tolerated + names(tests.untolerated()) + age;
  }

  private static void add(List<String> parts, int count, String what) {
    if (count > 0) {
      parts.add(count + " " + what);
    }
  }

  private static String names(List<Test> failed) {
    if (failed.isEmpty()) {
      return "";
    }
    String names =
        failed.stream()
            .limit(MOST_NAMED)
            .map(test -> Output.line(called(test, failed)))
            .collect(Collectors.joining(", "));
    int more = failed.size() - MOST_NAMED;
    return ": " + names + (more > 0 ? " and " + more + " more" : "");
  }

  /** The test's own name where that tells it from the others; its class stands in the table. */
  private static String called(Test test, List<Test> failed) {
    long alike = failed.stream().filter(other -> ownName(other).equals(ownName(test))).count();
    return alike == 1 ? ownName(test) : test.id();
  }

  private static String ownName(Test test) {
    int parts = test.id().indexOf("::");
    return parts < 0 ? test.id() : test.id().substring(parts + 2);
  }

  /** The first thing that keeps passed tests from being a pass. */
  private static String unsettled(List<Assertion> all) {
    Outcome outcome = Outcome.all(all.stream().map(Assertion::outcome).toList());
    Optional<Assertion> first =
        all.stream()
            .filter(one -> outcome == Outcome.INCONCLUSIVE && one.outcome() == outcome)
            .filter(one -> !one.what().equals("tests executed"))
            .findFirst();
    return first.map(one -> "; " + one.what() + ": " + one.actual()).orElse("");
  }

  private static List<Metric> metrics(TestRunObservation seen) {
    Counts counts = seen.counts();
    return List.of(
        Metric.measured("tests passed", counts.passed(), Unit.COUNT),
        Metric.measured("tests failed", counts.failed(), Unit.COUNT),
        Metric.measured("test errors", counts.errors(), Unit.COUNT),
        Metric.measured("tests skipped", counts.skipped(), Unit.COUNT),
        Metric.measured(
            "duration of the tests", (double) seen.took().toMillis(), Unit.MILLISECONDS));
  }
}
