package dev.stageproof.probes.pythonsource;

import dev.stageproof.probes.pythonsource.Token.Kind;
import java.util.Locale;

/**
 * Finds the end of one string literal. Formatted strings are read by the rules of Python 3.12,
 * which take in all that was allowed before.
 *
 * @see <a href="https://peps.python.org/pep-0701/">PEP 701</a>
 */
final class StringScan {

  private static final int MOST_NESTED = 100;

  private final String text;
  private final int line;
  private int nested;
  private boolean formatted;
  private boolean assigns;

  /**
   * @param line where the literal starts
   */
  StringScan(String text, int line) {
    this.text = text;
    this.line = line;
  }

  /** What the literal was; to be asked after {@link #end}. */
  Kind kind() {
    return assigns ? Kind.ASSIGNING : formatted ? Kind.FORMATTED : Kind.STRING;
  }

  /** The place after the literal whose opening quote is at {@code at}. */
  int end(int at, String prefix) throws UnreadableSource {
    String quote = text.substring(at, at + 1);
    String closing = text.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
    String kinds = prefix.toLowerCase(Locale.ROOT);
    boolean fields = kinds.contains("f") || kinds.contains("t");
    formatted |= fields;
    int start = at + closing.length();
    return fields ? formatted(start, closing, kinds.contains("r")) : plain(start, closing);
  }

  private int plain(int start, String closing) throws UnreadableSource {
    int at = start;
    while (at < text.length()) {
      if (text.startsWith(closing, at)) {
        return at + closing.length();
      }
      at = letter(at, closing);
    }
    throw endless();
  }

  /** Past one letter, or one letter with a backslash before it. */
  private int letter(int at, String closing) throws UnreadableSource {
    if (text.charAt(at) == '\\') {
      return Math.min(text.length(), at + (text.startsWith("\r\n", at + 1) ? 3 : 2));
    }
    boolean newline = text.charAt(at) == '\n' || text.charAt(at) == '\r';
    if (newline && closing.length() == 1) {
      throw endless();
    }
    return at + 1;
  }

  private int formatted(int start, String closing, boolean raw) throws UnreadableSource {
    deeper();
    int at = start;
    while (at < text.length()) {
      if (text.startsWith(closing, at)) {
        nested--;
        return at + closing.length();
      }
      if (text.startsWith("{{", at) || text.startsWith("}}", at)) {
        at += 2;
      } else if (text.charAt(at) == '{') {
        at = field(at + 1, closing, raw);
      } else {
        at = formattedLetter(at, closing, raw);
      }
    }
    throw endless();
  }

  private int formattedLetter(int at, String closing, boolean raw) throws UnreadableSource {
    if (text.charAt(at) != '\\') {
      return letter(at, closing);
    }
    if (!raw && text.startsWith("\\N{", at)) {
      int end = text.indexOf('}', at);
      return end < 0 ? text.length() : end + 1;
    }
    boolean brace = text.startsWith("{", at + 1) || text.startsWith("}", at + 1);
    return brace ? at + 1 : letter(at, closing);
  }

  private void deeper() throws UnreadableSource {
    nested++;
    if (nested > MOST_NESTED) {
      throw new UnreadableSource(line, "more than " + MOST_NESTED + " strings in each other");
    }
  }

  /** Past a replacement field, whose opening brace was before {@code start}. */
  private int field(int start, String closing, boolean raw) throws UnreadableSource {
    deeper();
    int at = start;
    int depth = 0;
    while (at < text.length()) {
      char letter = text.charAt(at);
      if (letter == '}' && depth == 0) {
        nested--;
        return at + 1;
      }
      if (letter == ':' && depth == 0) {
        nested--;
        return format(at + 1, closing, raw);
      }
      depth += "([{".indexOf(letter) >= 0 ? 1 : ")]}".indexOf(letter) >= 0 ? -1 : 0;
      at = inField(at);
    }
    throw endless();
  }

  /** Past one thing of an expression: a string, a word, a comment, or any other letter. */
  private int inField(int at) throws UnreadableSource {
    char letter = text.charAt(at);
    if (letter == '"' || letter == '\'') {
      return end(at, "");
    }
    if (letter == '#') {
      int end = at;
      while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      return end;
    }
    if (Character.isJavaIdentifierPart(letter)) {
      return word(at);
    }
    boolean walrus = text.startsWith(":=", at);
    assigns |= walrus;
    return at + (walrus ? 2 : 1);
  }

  private int word(int start) throws UnreadableSource {
    int at = start;
    while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
      at++;
    }
    boolean quote = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    return quote ? end(at, at - start > 2 ? "" : text.substring(start, at)) : at;
  }

  /** Past a format, which may hold further fields. */
  private int format(int start, String closing, boolean raw) throws UnreadableSource {
    int at = start;
    while (at < text.length()) {
      if (text.charAt(at) == '}') {
        return at + 1;
      }
      if (text.startsWith(closing, at)) {
        throw endless();
      }
      at = text.charAt(at) == '{' ? field(at + 1, closing, raw) : formattedLetter(at, closing, raw);
    }
    throw endless();
  }

  private UnreadableSource endless() {
    return new UnreadableSource(line, "a string without an end");
  }
}
