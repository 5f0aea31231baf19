package dev.stageproof.checks.testsuite;

import dev.stageproof.checks.programs.Output;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.TestRunObservation;
import dev.stageproof.observe.TestRunObservation.Counts;
import dev.stageproof.observe.TestRunObservation.Named;
import dev.stageproof.observe.TestRunObservation.Result;
import dev.stageproof.observe.TestRunObservation.Test;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is asserted of the tests themselves. */
record TestRules(
    TestSuiteSettings settings, TestRunObservation seen, boolean complete, Instant now) {

  /** More than anyone reads; the counts tell the rest. */
  private static final int MOST_LISTED = 50;

  private static final String PASSED = "passed";

  List<Assertion> list() {
    return Stream.of(
            Stream.of(executed()), skipped().stream(), failures(), unlisted().stream(), required())
        .flatMap(all -> all)
        .toList();
  }

  private Assertion executed() {
    int count = seen.counts().executed();
    String what = "tests executed";
    String expected = "at least " + settings.minTests();
    if (count == 0) {
      int skipped = seen.counts().skipped();
      return Assertion.unsettled(
          what,
          expected,
          skipped == 0 ? "none" : "none, " + skipped + " skipped",
          "Correct what selects the tests, or what skips them.");
    }
    boolean enough = count >= settings.minTests();
    return enough || complete
        ? Assertion.of(what, expected, String.valueOf(count), enough)
        : Assertion.unsettled(what, expected, count + ", not all seen", "Mend the reports.");
  }

  private Optional<Assertion> skipped() {
    int count = seen.counts().skipped();
    return settings
        .maxSkipped()
        .map(
            most ->
                Assertion.of(
                    "tests skipped", "at most " + most, String.valueOf(count), count <= most));
  }

  /** Failed tests that no tolerance covers today, then those that one covers. */
  private Stream<Assertion> failures() {
    return Stream.concat(
        untolerated().stream().limit(MOST_LISTED).map(this::failed),
        tolerated().stream().limit(MOST_LISTED).map(this::suffered));
  }

  List<Test> untolerated() {
    return seen.unsuccessful().stream().filter(test -> covering(test).isEmpty()).toList();
  }

  List<Test> tolerated() {
    return seen.unsuccessful().stream().filter(test -> covering(test).isPresent()).toList();
  }

  private Optional<Tolerated> covering(Test test) {
    return settings.toleranceOf(test.id()).filter(tolerance -> tolerance.covers(now));
  }

  private Assertion failed(Test test) {
    String expired =
        settings
            .toleranceOf(test.id())
            .map(tolerance -> "; tolerated until " + tolerance.expires() + " only")
            .orElse("");
    return Assertion.of(Output.line(test.id()), PASSED, shown(test) + expired, false);
  }

  private Assertion suffered(Test test) {
    Tolerated tolerance = covering(test).orElseThrow();
    return Assertion.of(
        Output.line(test.id()),
        "passed, or failed until " + tolerance.expires(),
        shown(test),
        true);
  }

  private static String shown(Test test) {
    String result = test.result() == Result.ERROR ? "error" : "failed";
    return result + test.message().map(text -> ": " + Output.line(text)).orElse("");
  }

  /** Failures beyond those that are listed. */
  private Optional<Assertion> unlisted() {
    Counts counts = seen.counts();
    int known = Math.min(untolerated().size(), MOST_LISTED) + tolerated().size();
    int more = counts.failed() + counts.errors() - known;
    return more == 0
        ? Optional.empty()
        : Optional.of(Assertion.of("other tests", PASSED, more + " more failed", false));
  }

  /** Those that failed are listed above already. */
  private Stream<Assertion> required() {
    List<String> listed =
        untolerated().stream().limit(MOST_LISTED).map(Test::id).distinct().toList();
    return settings.required().stream()
        .distinct()
        .filter(id -> !listed.contains(id))
        .map(id -> required(seen.named(id)));
  }

  private Assertion required(Named test) {
    String what = Output.line(test.id());
    if (!test.results().isEmpty()) {
      boolean passed = test.results().stream().allMatch(Result.PASSED::equals);
      return Assertion.of(what, PASSED, results(test), passed);
    }
    String near = test.nearest().map(name -> "Nearest id: " + Output.line(name) + ". ").orElse("");
    String settle = near + "Correct the id, or see why the test was not run.";
    String actual = "in no report";
    return complete && seen.counts().executed() > 0
        ? new Assertion(what, PASSED, actual, Outcome.FAIL, Optional.of(settle))
        : Assertion.unsettled(what, PASSED, actual, settle);
  }

  private static String results(Named test) {
    return test.results().stream()
        .distinct()
        .map(result -> result.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  /** What became of each tolerance, where there is something to tell. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    for (Tolerated tolerance : settings.tolerated()) {
      boolean failed =
          seen.named(tolerance.test()).results().stream()
              .anyMatch(result -> result.compareTo(Result.FAILED) >= 0);
      remark(tolerance, failed).ifPresent(remarks::add);
    }
    return remarks;
  }

  private Optional<String> remark(Tolerated tolerance, boolean failed) {
    String test = "Test " + tolerance.test();
    if (failed && tolerance.covers(now)) {
      return Optional.of(
          "%s failed, which is tolerated until %s: %s."
              .formatted(test, tolerance.expires(), sentence(tolerance.reason())));
    }
    if (failed) {
      return Optional.of(
          test + " failed, which was tolerated until " + tolerance.expires() + " only.");
    }
    boolean run = !seen.named(tolerance.test()).results().isEmpty();
    return complete
        ? Optional.of(
            test
                + (run ? " did not fail" : " is in no report")
                + ": the tolerance of its failure is unused.")
        : Optional.empty();
  }

  private static String sentence(String reason) {
    String text = reason.strip();
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
