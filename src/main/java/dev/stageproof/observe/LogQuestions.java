package dev.stageproof.observe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is asked of the entries of one read; all of it is answered in one pass.
 *
 * @param matchers what to count; distinct
 * @param numbers what to measure; distinct
 * @param signaturesFrom collect signatures of entries of this severity or above
 */
public record LogQuestions(
    List<LogMatcher> matchers, List<LogNumber> numbers, Optional<LogSeverity> signaturesFrom) {

  public LogQuestions {
    matchers = List.copyOf(matchers);
    numbers = List.copyOf(numbers);
  }

  public static LogQuestions matching(LogMatcher matcher) {
    return new LogQuestions(List.of(matcher), List.of(), Optional.empty());
  }

  public static LogQuestions measuring(LogNumber number) {
    return new LogQuestions(List.of(), List.of(number), Optional.empty());
  }

  /** Nothing but what every read tells: amounts, severities, requests, the time line. */
  public static LogQuestions nothingMore() {
    return new LogQuestions(List.of(), List.of(), Optional.empty());
  }

  public static LogQuestions signatures(LogSeverity from) {
    return new LogQuestions(List.of(), List.of(), Optional.of(from));
  }

  /** True when something is to be counted or measured, and the other questions hold all of it. */
  boolean partOf(LogQuestions other) {
    boolean countsOrMeasures = !matchers.isEmpty() || !numbers.isEmpty();
    return countsOrMeasures
        && signaturesFrom.isEmpty()
        && other.matchers.containsAll(matchers)
        && other.numbers.containsAll(numbers);
  }

  /** True when both count or measure something by the same pattern. */
  boolean meets(LogQuestions other) {
    return matchers.stream().anyMatch(other.matchers::contains)
        || numbers.stream().anyMatch(other.numbers::contains);
  }

  /** Everything that either of the two asks. */
  public LogQuestions with(LogQuestions other) {
    return new LogQuestions(
        Stream.concat(matchers.stream(), other.matchers.stream()).distinct().toList(),
        Stream.concat(numbers.stream(), other.numbers.stream()).distinct().toList(),
        Stream.concat(signaturesFrom.stream(), other.signaturesFrom.stream())
            .min(LogSeverity::compareTo));
  }
}
