package dev.stageproof.probes.imageclasses;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of an argument file: separated by white space, quoted by either quote, in quotes with
 * backslashes, and with comments after {@code #}.
 *
 * @see <a href="https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html">The java
 *     command, argument files</a>
 */
final class ArgumentFile {

  private final String text;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int at;

  private ArgumentFile(String text) {
    this.text = text;
  }

  static List<String> words(String text) {
    ArgumentFile file = new ArgumentFile(text);
    file.read();
    return List.copyOf(file.words);
  }

  private void read() {
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (Character.isWhitespace(next)) {
        end();
      } else if (next == '#' && !inWord) {
        skipLine();
      } else {
        inWord = true;
        if (next == '"' || next == '\'') {
          quoted(next);
        } else {
          word.append(next);
        }
      }
    }
    end();
  }

  private void skipLine() {
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end;
  }

  /** A quote that is never closed ends with the text. */
  private void quoted(char quote) {
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (next == quote) {
        return;
      }
      if (next == '\\' && at < text.length()) {
        escaped(text.charAt(at++));
      } else {
        word.append(next);
      }
    }
  }

  private void escaped(char next) {
    switch (next) {
      case 'n' -> word.append('\n');
      case 't' -> word.append('\t');
      case 'r' -> word.append('\r');
      case 'f' -> word.append('\f');
      case '\n' -> skipIndent();
      default -> word.append(next);
    }
  }

  /** A backslash at the end of a line goes on with the next one, without its indent. */
  private void skipIndent() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private void end() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }
}
