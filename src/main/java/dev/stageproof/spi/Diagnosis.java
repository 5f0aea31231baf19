package dev.stageproof.spi;

import java.util.Optional;

/**
 * What a trial tells a person about their access.
 *
 * @param text what was seen, in one line
 * @param next what to do about it, in one sentence or as a command
 * @param missing the access that turned out to be lacking
 */
public record Diagnosis(
    Level level, String text, Optional<String> next, Optional<Permission> missing) {

  /** How much it matters. */
  public enum Level {
    /** As it should be. */
    OK,
    /** A run is possible; a finding of it may be explained by this. */
    WARNING,
    /** A run could not see what it needs. */
    PROBLEM
  }

  public static Diagnosis ok(String text) {
    return new Diagnosis(Level.OK, text, Optional.empty(), Optional.empty());
  }

  public static Diagnosis warning(String text, String next) {
    return new Diagnosis(Level.WARNING, text, Optional.of(next), Optional.empty());
  }

  /** Something can't be seen for lack of a permission. */
  public static Diagnosis denied(String text, Permission missing) {
    return new Diagnosis(Level.PROBLEM, text, Optional.empty(), Optional.of(missing));
  }
}
