package dev.stageproof.cli;

import dev.stageproof.model.Outcome;
import java.io.PrintStream;
import java.util.Map;

/**
 * What messages are written with.
 *
 * @param err where they go
 * @param quiet says nothing
 * @param verbosity 0 or more
 * @param live whether lines may be rewritten
 * @param color whether colours are used
 */
record Console(PrintStream err, boolean quiet, int verbosity, boolean live, boolean color) {

  static Console of(Streams streams, ConsoleOptions options, Map<String, String> environment) {
    boolean noColor = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean color =
        switch (options.color()) {
          case ALWAYS -> true;
          case NEVER -> false;
          case AUTO -> streams.terminal() && !noColor;
        };
    return new Console(
        streams.err(), options.quiet(), options.verbosity(), streams.terminal(), color);
  }

  void line(String text) {
    if (!quiet) {
      err.println(text);
    }
  }

  /** The outcome as a word of fixed width, coloured by what it means. */
  String word(Outcome outcome) {
    return switch (outcome) {
      case PASS -> paint("32", "PASS");
      case FAIL -> paint("31", "FAIL");
      case INCONCLUSIVE -> paint("33", "INCONCLUSIVE");
      case SKIPPED -> paint("2", "SKIPPED");
    };
  }

  /** The text with an SGR code (ECMA-48) around it, when colours are used. */
  String paint(String code, String text) {
    return color ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
