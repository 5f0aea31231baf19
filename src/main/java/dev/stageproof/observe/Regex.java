package dev.stageproof.observe;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.stageproof.model.TextForm;

/**
 * A regular expression of the user's in RE2 syntax, which matches in linear time; found anywhere in
 * the text unless anchored.
 *
 * @param source the expression as written
 * @see <a href="https://github.com/google/re2/wiki/Syntax">RE2 syntax</a>
 */
@TextForm(pattern = "[\\s\\S]+", hint = "a regular expression in RE2 syntax")
public record Regex(String source) {

  /**
   * Reads an expression.
   *
   * @throws IllegalArgumentException when RE2 does not know the expression; lookaround and
   *     backreferences are not part of it
   */
  public static Regex parse(String source) {
    try {
      Pattern.compile(source);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "not a regular expression in RE2 syntax: "
              + e.getDescription()
              + (e.getPattern() == null || e.getPattern().isEmpty()
                  ? ""
                  : " `" + e.getPattern() + "`")
              + "; RE2 has no lookaround and no backreferences",
          e);
    }
    return new Regex(source);
  }

  /** The compiled expression. */
  public Pattern pattern() {
    return Pattern.compile(source);
  }

  /** True when the expression matches somewhere in the text. */
  public boolean foundIn(String text) {
    return pattern().matcher(text).find();
  }

  @Override
  public String toString() {
    return source;
  }
}
