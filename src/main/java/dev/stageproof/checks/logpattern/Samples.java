package dev.stageproof.checks.logpattern;

import dev.stageproof.model.Doc;
import dev.stageproof.model.InvalidSetting;
import dev.stageproof.model.OneOrMany;
import dev.stageproof.observe.LogMatcher;
import dev.stageproof.observe.Regex;
import java.util.List;
import java.util.Optional;

/** Lines that show, before anything is read, that the pattern can hit. */
@Doc(
    "Lines that the pattern is held against before the run: a pattern with a typing error is absent"
        + " from every log.")
public record Samples(
    @OneOrMany
        @Doc(
            value = "Lines that the pattern must be found in.",
            example = "[\"WARNING duplicate manager for demo-user-001\"]")
        List<String> match,
    @OneOrMany
        @Doc(
            value = "Lines that the pattern must not be found in.",
            example = "[\"manager created for demo-user-002\"]")
        List<String> noMatch) {

  public Samples {
    match = List.copyOf(match);
    noMatch = List.copyOf(noMatch);
    if (match.isEmpty() && noMatch.isEmpty()) {
      throw new InvalidSetting("", "give `match`, `no-match` or both");
    }
  }

  /**
   * Holds the lines against the pattern.
   *
   * @throws InvalidSetting when the pattern is not what the lines say
   */
  void requireOf(LogMatcher matcher) {
    first(match, matcher, false)
        .ifPresent(line -> refuse("the pattern must match, and is not found in: " + line));
    first(noMatch, matcher, true)
        .ifPresent(line -> refuse("the pattern must not match, and is found in: " + line));
  }

  private static Optional<String> first(List<String> lines, LogMatcher matcher, boolean found) {
    return lines.stream().filter(line -> found(matcher, line) == found).findFirst();
  }

  private static boolean found(LogMatcher matcher, String line) {
    return matcher.kind() == LogMatcher.Kind.LITERAL
        ? line.contains(matcher.pattern())
        : new Regex(matcher.pattern()).foundIn(line);
  }

  private static void refuse(String message) {
    throw new InvalidSetting("samples", message);
  }
}
