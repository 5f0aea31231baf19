package dev.stageproof.checks.pythonimport;

import dev.stageproof.model.TextForm;
import dev.stageproof.observe.Regex;
import java.util.Optional;

/**
 * The warnings that must not come.
 *
 * @param pattern what their messages match; empty for all warnings
 */
@TextForm(pattern = "[\\s\\S]+", hint = "`any`, or a regular expression in RE2 syntax")
record NoWarning(Optional<Regex> pattern) {

  private static final String ANY = "any";

  /** Reads {@code any} or a regular expression. */
  public static NoWarning parse(String text) {
    return new NoWarning(text.equals(ANY) ? Optional.empty() : Optional.of(Regex.parse(text)));
  }

  boolean forbids(String message) {
    return pattern.isEmpty() || pattern.get().foundIn(message);
  }

  String words() {
    return "no DeprecationWarning" + pattern.map(one -> " that matches " + one).orElse("");
  }

  @Override
  public String toString() {
    return pattern.map(Regex::source).orElse(ANY);
  }
}
