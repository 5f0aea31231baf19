package dev.stageproof.checks.testsuite;

import dev.stageproof.checks.programs.Output;
import dev.stageproof.model.Assertion;
import dev.stageproof.model.Outcome;
import dev.stageproof.observe.TestRunObservation;
import dev.stageproof.observe.TestRunObservation.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells whether the reports can be believed: there, whole, and of the run that they are for. */
record ReportRule(TestSuiteSettings settings, TestRunObservation seen, Instant now) {

  private static final String WHAT = "reports";

  List<Assertion> list() {
    return Stream.concat(Stream.of(readable()), age().stream()).toList();
  }

  /** True when nothing that the reports should tell is missing. */
  boolean complete() {
    return readable().outcome() == Outcome.PASS;
  }

  private Assertion readable() {
    Optional<Report> bad =
        seen.reports().stream().filter(report -> report.trouble().isPresent()).findFirst();
    if (bad.isPresent()) {
      return Assertion.unsettled(
          WHAT,
          expected(),
          Output.line(bad.get().path() + ": " + bad.get().trouble().orElseThrow()),
          "Let the tests run to their end, or name only JUnit XML files in `reports`.");
    }
    String found = count(seen.reports().size()) + older();
    return seen.reports().isEmpty()
        ? Assertion.unsettled(WHAT, expected(), "none of " + globs() + older(), settle())
        : Assertion.of(WHAT, expected(), found, true);
  }

  private String expected() {
    return settings.run().isPresent()
        ? "at least one that this run wrote, each whole"
        : "at least one, each whole";
  }

  private String globs() {
    return Output.line(String.join(", ", settings.reports()));
  }

  private static String count(int reports) {
    return reports == 1 ? "1 report" : reports + " reports";
  }

  private String older() {
    return seen.older() == 0 ? "" : "; ignored: " + count(seen.older()) + " from before this run";
  }

  private String settle() {
    return settings.run().isPresent()
        ? "Let the program write JUnit XML there, as pytest does with `--junitxml=report.xml`, or"
            + " correct `reports`."
        : "Run the tests so that they write JUnit XML there, or correct `reports`.";
  }

  private Optional<Assertion> age() {
    return settings.maxAge().flatMap(limit -> oldest().map(age -> aged(age, limit)));
  }

  private static Assertion aged(Duration age, Duration limit) {
    String what = "age of the oldest report";
    String expected = "at most " + words(limit);
    return age.compareTo(limit) <= 0
        ? Assertion.of(what, expected, words(age), true)
        : Assertion.unsettled(what, expected, words(age), "Run the tests again.");
  }

  /** How old the reports are; only where none was written by the run itself. */
  Optional<Duration> oldest() {
    return settings.run().isPresent()
        ? Optional.empty()
        : seen.reports().stream()
            .map(report -> Duration.between(report.writtenAt(), now))
            .map(age -> age.isNegative() ? Duration.ZERO : age)
            .max(Duration::compareTo);
  }

  /** "3 d 4 h", "12 min 5 s". */
  static String words(Duration length) {
    if (length.toDays() > 0) {
      return length.toDays() + " d " + length.toHoursPart() + " h";
    }
    if (length.toHours() > 0) {
      return length.toHours() + " h " + length.toMinutesPart() + " min";
    }
    return length.toMinutes() > 0
        ? length.toMinutes() + " min " + length.toSecondsPart() + " s"
        : length.toSeconds() + " s";
  }
}
