package dev.stageproof.config;

import java.util.Comparator;
import java.util.Optional;

/**
 * One thing that is wrong with a configuration. Free of control characters and of the values of
 * variables.
 *
 * @param file the file as the user named it
 * @param line from 1; 0 when the problem is the file as a whole
 * @param column from 1, in code points; 0 when the problem is the file as a whole
 * @param width how many code points are meant, at least 1; 0 when the problem is the file as a
 *     whole
 * @param message what is wrong, in one line
 * @param sourceLine the line as it is written in the file, before variables; empty for line 0
 * @param hint what is allowed or meant, or what to do next
 */
public record Problem(
    String file,
    int line,
    int column,
    int width,
    String message,
    String sourceLine,
    Optional<String> hint) {

  /** From the top of the file to its end. */
  static final Comparator<Problem> BY_POSITION =
      Comparator.comparingInt(Problem::line)
          .thenComparingInt(Problem::column)
          .thenComparing(Problem::message);

  public Problem {
    file = Printable.sentence(file);
    message = Printable.sentence(message);
    hint = hint.map(Printable::sentence);
  }

  /** A problem of the file as a whole. */
  static Problem ofFile(String file, String message, String hint) {
    return new Problem(file, 0, 0, 0, message, "", Optional.of(hint));
  }
}
