package dev.stageproof.probes.imageclasses;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a simple command of a shell: quotes, and variables that the image sets. The command
 * ends where anything else stands, so that only what is before it is told.
 */
final class ShellWords {

  private static final Pattern VARIABLE =
      Pattern.compile(
          "\\$(\\{(?<braced>[A-Za-z_]\\w*)(:?-(?<otherwise>[^${}`]*))?}|(?<plain>[A-Za-z_]\\w*))");
  private static final String OPERATORS = ";|&\n";
  private static final String SPECIAL = ";|&<>()`\n*?[~$";

  private final String text;
  private final Map<String, String> env;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int at;

  ShellWords(String text, Map<String, String> env) {
    this.text = text;
    this.env = env;
  }

  /** To be called once. A word in which the shell would do more ends the list before it. */
  List<String> list() {
    while (at < text.length()) {
      char next = text.charAt(at);
      boolean more = next == '$' ? variable(false) : SPECIAL.indexOf(next) < 0 && plain(next);
      if (!more) {
        return ended(OPERATORS.indexOf(next) >= 0);
      }
    }
    return ended(true);
  }

  /** What an operator stands behind is whole. */
  private List<String> ended(boolean whole) {
    if (whole) {
      end();
    }
    return List.copyOf(words);
  }

  private boolean plain(char next) {
    at++;
    if (Character.isWhitespace(next)) {
      end();
      return true;
    }
    inWord = true;
    if (next == '\'') {
      return literal();
    }
    if (next == '"') {
      return quoted();
    }
    word.append(next == '\\' && at < text.length() ? text.charAt(at++) : next);
    return true;
  }

  private boolean literal() {
    int end = text.indexOf('\'', at);
    if (end < 0) {
      return false;
    }
    word.append(text, at, end);
    at = end + 1;
    return true;
  }

  private boolean quoted() {
    while (at < text.length()) {
      char next = text.charAt(at);
      if (next == '"') {
        at++;
        return true;
      }
      if (next == '`' || (next == '$' && !variable(true))) {
        return false;
      }
      if (next != '$') {
        at += next == '\\' ? 2 : 1;
        word.append(text.charAt(Math.min(at, text.length()) - 1));
      }
    }
    return false;
  }

  /** Without quotes a variable's value falls into words. */
  private boolean variable(boolean quoted) {
    Matcher matcher = VARIABLE.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    at = matcher.end();
    String name =
        matcher.group("braced") == null ? matcher.group("plain") : matcher.group("braced");
    String otherwise = matcher.group("otherwise") == null ? "" : matcher.group("otherwise");
    String value = env.getOrDefault(name, otherwise);
    for (int i = 0; i < value.length(); i++) {
      if (!quoted && Character.isWhitespace(value.charAt(i))) {
        end();
      } else {
        inWord = true;
        word.append(value.charAt(i));
      }
    }
    return true;
  }

  private void end() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }
}
