package dev.stageproof.probes.entries;

import java.util.Comparator;
import java.util.Optional;

/**
 * Finds a text that stands in every match of a regular expression in RE2 syntax. Careful rather
 * than clever: what it does not understand ends the text, flags and top-level alternatives end the
 * search, so that it may find nothing but never too much.
 *
 * @see <a href="https://github.com/google/re2/wiki/Syntax">RE2 syntax</a>
 */
final class RequiredLiteral {
  private RequiredLiteral() {}

  /** The longest text found. */
  static Optional<String> of(String regex) {
    return new LiteralScan(regex)
        .runs()
        .flatMap(runs -> runs.stream().max(Comparator.comparingInt(String::length)))
        .filter(text -> !text.isEmpty());
  }
}
