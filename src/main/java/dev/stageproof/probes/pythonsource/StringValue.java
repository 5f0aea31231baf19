package dev.stageproof.probes.pythonsource;

import dev.stageproof.probes.pythonsource.Token.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The text that string literals stand for. */
final class StringValue {

  private static final int HEX = 16;
  private static final int OCTAL = 8;

  private StringValue() {}

  /** The text of literals beside each other, in brackets or not; empty when it is anything else. */
  static Optional<String> of(List<Token> tokens) {
    int start = 0;
    int end = tokens.size();
    while (end - start > 2 && tokens.get(start).is("(") && tokens.get(end - 1).is(")")) {
      start++;
      end--;
    }
    StringBuilder value = new StringBuilder();
    for (Token token : tokens.subList(start, end)) {
      if (token.kind() != Kind.STRING || prefix(token.text()).contains("b")) {
        return Optional.empty();
      }
      value.append(of(token));
    }
    return start == end ? Optional.empty() : Optional.of(value.toString());
  }

  static String of(Token token) {
    String prefix = prefix(token.text());
    String quoted = token.text().substring(prefix.length());
    int quotes =
        quoted.length() >= 6 && quoted.startsWith(quoted.substring(0, 1).repeat(3)) ? 3 : 1;
    String inner = quoted.substring(quotes, quoted.length() - quotes);
    return prefix.contains("r") || inner.indexOf('\\') < 0 ? inner : unescaped(inner);
  }

  private static String prefix(String literal) {
    int at = 0;
    while (literal.charAt(at) != '"' && literal.charAt(at) != '\'') {
      at++;
    }
    return literal.substring(0, at).toLowerCase(Locale.ROOT);
  }

  private static String unescaped(String inner) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < inner.length()) {
      char letter = inner.charAt(at);
      if (letter != '\\' || at + 1 == inner.length()) {
        text.append(letter);
        at++;
      } else {
        at = escape(inner, at + 1, text);
      }
    }
    return text.toString();
  }

  /** Appends what the escape stands for that follows a backslash; returns the place after it. */
  private static int escape(String inner, int at, StringBuilder text) {
    char letter = inner.charAt(at);
    int plain = "\\'\"abfnrtv".indexOf(letter);
    if (plain >= 0) {
      text.append("\\'\"\u0007\b\f\n\r\t\u000B".charAt(plain));
      return at + 1;
    }
    if (letter == '\n' || letter == '\r') {
      return at + (inner.startsWith("\r\n", at) ? 2 : 1);
    }
    int length = letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
    if (length > 0) {
      return coded(inner, at + 1, at + 1 + length, HEX, text);
    }
    if (letter >= '0' && letter < '8') {
      int end = at;
      while (end < inner.length()
          && end < at + 3
          && Character.digit(inner.charAt(end), OCTAL) >= 0) {
        end++;
      }
      return coded(inner, at, end, OCTAL, text);
    }
    text.append('\\').append(letter);
    return at + 1;
  }

  private static int coded(String inner, int start, int end, int radix, StringBuilder text) {
    int stop = Math.min(end, inner.length());
    try {
      text.appendCodePoint(Integer.parseInt(inner.substring(start, stop), radix));
    } catch (IllegalArgumentException e) {
      text.append('\uFFFD'); // no such character: Python would refuse the literal
    }
    return stop;
  }
}
