package dev.stageproof.checks.pythonimport;

import com.google.re2j.Pattern;

/**
 * The end of a path: whole names from some folder on, with {@code *} for anything within a name and
 * {@code **} for anything at all.
 */
record FilePattern(String text) {

  boolean matches(String path) {
    StringBuilder regex = new StringBuilder("(?s)(?:.*/)?");
    for (int at = 0; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (text.startsWith("**", at)) {
        regex.append(".*");
        at++;
      } else if (letter == '*') {
        regex.append("[^/]*");
      } else {
        regex.append(Pattern.quote(String.valueOf(letter)));
      }
    }
    return Pattern.compile(regex.toString()).matches(path);
  }
}
