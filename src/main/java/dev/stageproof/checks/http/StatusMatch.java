package dev.stageproof.checks.http;

import dev.stageproof.model.TextForm;
import java.util.regex.Pattern;

/**
 * One status or a class of a hundred.
 *
 * @param text "200" or "2xx"
 */
@TextForm(pattern = StatusMatch.FORM, hint = StatusMatch.HINT)
public record StatusMatch(String text) {

  static final String FORM = "[1-5]([0-9][0-9]|xx)";
  static final String HINT = "a status such as 200, or a class such as 2xx";

  private static final Pattern WHOLE = Pattern.compile(FORM);

  static final StatusMatch REDIRECTION = new StatusMatch("3xx");

  public StatusMatch {
    if (!WHOLE.matcher(text).matches()) {
      throw new IllegalArgumentException("`" + text + "` is not " + HINT);
    }
  }

  public static StatusMatch parse(String text) {
    return new StatusMatch(text);
  }

  boolean matches(int status) {
    String number = String.valueOf(status);
    return text.endsWith("xx") ? number.charAt(0) == text.charAt(0) : number.equals(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
