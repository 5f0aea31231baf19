package dev.stageproof.cli;

import picocli.CommandLine.Option;

/** How much is said, and in what colours. */
final class ConsoleOptions {

  /** When colours are used. */
  enum Color {
    /** On a terminal, unless {@code NO_COLOR} is set. */
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(
      names = {"-q", "--quiet"},
      description = "Say nothing but errors.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "Say more; -v -v shows stack traces.")
  private boolean[] verbose = {};

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "Use colours: auto, always or never (default: auto).")
  private Color color;

  boolean quiet() {
    return quiet;
  }

  int verbosity() {
    return verbose.length;
  }

  Color color() {
    return color;
  }
}
