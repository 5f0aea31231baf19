package dev.stageproof.probes.pythonsource;

import dev.stageproof.probes.pythonsource.Token.Kind;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Cuts source into logical lines, one at a time. For one thread. */
final class Lexer {

  /** What is kept of one statement; longer ones are tables of data. */
  static final int MOST_TOKENS = 200_000;

  private static final int MOST_BRACKETS = 200;
  private static final int TAB = 8;
  private static final String END = "";
  private static final Set<String> PREFIXES =
      Set.of("r", "b", "u", "f", "t", "br", "rb", "fr", "rf", "tr", "rt");
  private static final List<String> LONG_OPERATORS =
      List.of(
          "**=", "//=", ">>=", "<<=", "...", ":=", "==", "!=", "<=", ">=", "->", "**", "//", "<<",
          ">>", "+=", "-=", "*=", "/=", "%=", "@=", "&=", "|=", "^=");
  private static final String OPERATORS = "+-*/%@&|^~<>()[]{},:.;=";

  private final String text;
  private final Deque<Token> brackets = new ArrayDeque<>();
  private int at;
  private int line = 1;

  Lexer(String text) {
    this.text = text;
  }

  /** The next logical line; empty at the end. */
  Optional<Line> next() throws UnreadableSource {
    while (at < text.length()) {
      int indent = indentation();
      if (at < text.length() && !space()) {
        return Optional.of(logical(indent));
      }
    }
    return Optional.empty();
  }

  private int indentation() {
    int column = 0;
    for (; at < text.length(); at++) {
      char letter = text.charAt(at);
      if (letter == ' ') {
        column++;
      } else if (letter == '\t') {
        column = (column / TAB + 1) * TAB;
      } else if (letter == '\f') {
        column = 0;
      } else {
        break;
      }
    }
    return column;
  }

  private Line logical(int indent) throws UnreadableSource {
    List<Token> tokens = new ArrayList<>();
    boolean cut = false;
    while (at < text.length()) {
      boolean ends = newline(at) && brackets.isEmpty();
      if (!space()) {
        Token token = token();
        if (tokens.size() < MOST_TOKENS) {
          tokens.add(token);
        } else {
          cut = true;
        }
      } else if (ends) {
        break;
      }
    }
    if (!brackets.isEmpty()) {
      throw new UnreadableSource(brackets.peek().line(), "a bracket is never closed");
    }
    return new Line(indent, List.copyOf(tokens), cut);
  }

  /** Goes past one thing that is no token: a line's end, a blank, a comment, a continuation. */
  private boolean space() throws UnreadableSource {
    char letter = text.charAt(at);
    if (newline(at)) {
      at += text.startsWith("\r\n", at) ? 2 : 1;
      line++;
    } else if (letter == ' ' || letter == '\t' || letter == '\f') {
      at++;
    } else if (letter == '#') {
      while (at < text.length() && !newline(at)) {
        at++;
      }
    } else if (letter == '\\') {
      at++;
      if (at >= text.length() || !newline(at)) {
        throw new UnreadableSource(line, "a backslash within a line");
      }
      at += text.startsWith("\r\n", at) ? 2 : 1;
      line++;
    } else {
      return false;
    }
    return true;
  }

  private boolean newline(int place) {
    return text.charAt(place) == '\n' || text.charAt(place) == '\r';
  }

  private Token token() throws UnreadableSource {
    int letter = text.codePointAt(at);
    if (letter == '_' || Character.isUnicodeIdentifierStart(letter)) {
      return word();
    }
    if (digit(at) || (letter == '.' && digit(at + 1))) {
      return number();
    }
    if (letter == '\'' || letter == '"') {
      return string(at, END);
    }
    return operator();
  }

  private Token word() throws UnreadableSource {
    int start = at;
    boolean plain = true;
    while (at < text.length()) {
      int letter = text.codePointAt(at);
      if (letter != '_' && !Character.isUnicodeIdentifierPart(letter)) {
        break;
      }
      plain &= letter < 0x80;
      at += Character.charCount(letter);
    }
    String word = text.substring(start, at);
    boolean quoted = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    if (quoted && word.length() <= 2 && PREFIXES.contains(word.toLowerCase(Locale.ROOT))) {
      return string(start, word.toLowerCase(Locale.ROOT));
    }
    return new Token(
        Kind.NAME, plain ? word : Normalizer.normalize(word, Normalizer.Form.NFKC), line);
  }

  private boolean digit(int place) {
    return place < text.length() && text.charAt(place) >= '0' && text.charAt(place) <= '9';
  }

  private Token number() {
    int start = at;
    boolean based =
        at + 1 < text.length()
            && text.charAt(at) == '0'
            && "xXoObB".indexOf(text.charAt(at + 1)) >= 0;
    if (based) {
      at += 2;
      while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || among("_"))) {
        at++;
      }
    } else {
      decimal();
    }
    return new Token(Kind.NUMBER, text.substring(start, at), line);
  }

  private void decimal() {
    digits();
    if (among(".")) {
      at++;
      digits();
    }
    if (among("eE") && (digit(at + 1) || (signed(at + 1) && digit(at + 2)))) {
      at += 2;
      digits();
    }
    if (among("jJlL")) {
      at++;
    }
  }

  private boolean signed(int place) {
    return place < text.length() && "+-".indexOf(text.charAt(place)) >= 0;
  }

  private void digits() {
    while (digit(at) || among("_")) {
      at++;
    }
  }

  private boolean among(String letters) {
    return at < text.length() && letters.indexOf(text.charAt(at)) >= 0;
  }

  private Token string(int start, String prefix) throws UnreadableSource {
    int first = line;
    StringScan scan = new StringScan(text, first);
    at = scan.end(at, prefix);
    for (int i = start; i < at; i++) {
      boolean pair = text.charAt(i) == '\r' && text.startsWith("\r\n", i);
      line += newline(i) && !pair ? 1 : 0;
    }
    return new Token(scan.kind(), text.substring(start, at), first);
  }

  private Token operator() throws UnreadableSource {
    for (String one : LONG_OPERATORS) {
      if (text.startsWith(one, at)) {
        at += one.length();
        return new Token(Kind.OPERATOR, one, line);
      }
    }
    char letter = text.charAt(at);
    if (OPERATORS.indexOf(letter) < 0) {
      throw new UnreadableSource(line, "a character that Python does not know here");
    }
    at++;
    Token token = new Token(Kind.OPERATOR, String.valueOf(letter), line);
    nest(token);
    return token;
  }

  private void nest(Token token) throws UnreadableSource {
    if (token.opens()) {
      brackets.push(token);
      if (brackets.size() > MOST_BRACKETS) {
        throw new UnreadableSource(line, "more than " + MOST_BRACKETS + " brackets in each other");
      }
    } else if (token.closes()) {
      String pair = (brackets.isEmpty() ? " " : brackets.pop().text()) + token.text();
      if (!pair.equals("()") && !pair.equals("[]") && !pair.equals("{}")) {
        throw new UnreadableSource(line, "a closing bracket that matches no opening one");
      }
    }
  }
}
