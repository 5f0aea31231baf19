package dev.stageproof.observe;

import dev.stageproof.spi.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the reports of a test run say.
 *
 * @param program what the program did; empty when only reports were read
 * @param reports what was read, in the order of the paths
 * @param older how many reports fit a glob and were not read, as the program did not write them
 * @param counts of all reports that could be read
 * @param took the sum of the times that the reports give to each test
 * @param unsuccessful failed tests and errors, in the order of the reports; at most {@link
 *     #MOST_UNSUCCESSFUL}
 * @param named one for each test that was asked about
 */
public record TestRunObservation(
    Optional<ProcessObservation> program,
    List<Report> reports,
    int older,
    Counts counts,
    Duration took,
    List<Test> unsuccessful,
    List<Named> named)
    implements Observation {

  /** The most failed tests and errors that are kept. */
  public static final int MOST_UNSUCCESSFUL = 500;

  /** The most characters that are kept of a message. */
  public static final int LONGEST_MESSAGE = 1000;

  public TestRunObservation {
    reports = List.copyOf(reports);
    unsuccessful = List.copyOf(unsuccessful);
    named = List.copyOf(named);
  }

  /**
   * A report.
   *
   * @param path relative to the request's folder where it lies below
   * @param writtenAt by the file system's clock
   * @param trouble why it could not be read or believed; empty when it counts
   */
  public record Report(String path, Instant writtenAt, Optional<String> trouble) {}

  /**
   * How many tests ended how.
   *
   * @param flaky how many of the passed ones passed only when they were repeated
   */
  public record Counts(int passed, int failed, int errors, int skipped, int flaky) {

    /** How many were executed: a skipped test proves nothing. */
    public int executed() {
      return passed + failed + errors;
    }
  }

  /** How a test ended, from good to bad. */
  public enum Result {
    PASSED,
    SKIPPED,
    FAILED,
    ERROR
  }

  /**
   * One test.
   *
   * @param message the first words of the failure; empty when the report gives none
   */
  public record Test(String id, Result result, Optional<String> message) {}

  /**
   * A test that was asked about.
   *
   * @param results one for each time that it occurs; none when no report names it
   * @param nearest for a test that no report names: the name that looks most like it
   */
  public record Named(String id, List<Result> results, Optional<String> nearest) {
    public Named {
      results = List.copyOf(results);
    }
  }

  /** {@code tests.test_chat::test_reply}; the name alone where there is no class. */
  public static String id(String className, String name) {
    return className.isEmpty() ? name : className + "::" + name;
  }

  /**
   * What the reports say about a test.
   *
   * @throws IllegalArgumentException when it was not asked about
   */
  public Named named(String id) {
    return named.stream()
        .filter(test -> test.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not asked about: " + id));
  }
}
