package dev.stageproof.checks.pythonimport;

/**
 * One thing about an import, or why it is not known.
 *
 * @param <T> the thing
 */
sealed interface Fact<T> {

  record Known<T>(T value) implements Fact<T> {}

  /**
   * Not known.
   *
   * @param settle what would tell it
   */
  record Unknown<T>(String why, String settle) implements Fact<T> {}
}
