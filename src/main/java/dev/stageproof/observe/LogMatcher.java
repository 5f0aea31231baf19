package dev.stageproof.observe;

import java.util.Optional;

/**
 * What makes a log entry a hit.
 *
 * @param kind how {@code pattern} is meant
 * @param pattern literal text, or a regular expression in RE2 syntax; matched against the entry's
 *     text, case-sensitively
 * @param atLeast only entries of this severity or above are hits
 */
public record LogMatcher(Kind kind, String pattern, Optional<LogSeverity> atLeast) {

  /** How a pattern is meant. */
  public enum Kind {
    LITERAL,
    REGEX
  }
}
