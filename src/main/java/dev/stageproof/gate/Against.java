package dev.stageproof.gate;

import java.nio.file.Path;
import java.util.Locale;

/** What a run shall be compared with, as {@code --baseline} says. */
public sealed interface Against {

  /** The word that stands for {@link Previous}. */
  String PREVIOUS = "previous";

  /** The revision that was created last before the one under test. */
  record Previous() implements Against {}

  /**
   * Another revision.
   *
   * @param selector its name, or another word that {@code target.revision} takes
   */
  record Revision(String selector) implements Against {}

  /** The record of an earlier run, as {@code -o json=PATH} wrote it. */
  record Stored(Path record) implements Against {}

  /**
   * Reads what a command line says; a relative path is meant from the working directory.
   *
   * @throws UsageException when it is empty
   */
  static Against parse(String text) throws UsageException {
    return parse(text, Path.of(""));
  }

  /**
   * Reads {@code previous}, a revision, or a file whose name ends in {@code .json}.
   *
   * @param folder where a relative path is meant from
   * @throws UsageException when it is empty
   */
  static Against parse(String text, Path folder) throws UsageException {
    if (text.isBlank()) {
      throw new UsageException(
          "`baseline` is empty; write previous, a revision's name, or the path of a record that"
              + " ends in .json");
    }
    if (text.toLowerCase(Locale.ROOT).endsWith(".json")) {
      return new Stored(folder.resolve(text));
    }
    return text.equals(PREVIOUS) ? new Previous() : new Revision(text);
  }
}
