package dev.stageproof.sandbox;

import dev.stageproof.sandbox.FilterToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Cuts a filter into tokens; comments and white space fall away. */
final class FilterLexer {
  /** End an unquoted word. */
  private static final String SPECIAL = "(),\"'=<>!:~.";

  private static final List<String> OPERATORS =
      Stream.of(Filter.Operator.values())
          .map(Filter.Operator::sign)
          .sorted((a, b) -> b.length() - a.length())
          .toList();

  private final String filter;
  private final List<FilterToken> tokens = new ArrayList<>();
  private int at;

  private FilterLexer(String filter) {
    this.filter = filter;
  }

  /**
   * The tokens, the last one of kind END.
   *
   * @throws FilterException at the first character that starts no token
   */
  static List<FilterToken> tokens(String filter) {
    return new FilterLexer(filter).run();
  }

  private List<FilterToken> run() {
    skip();
    while (at < filter.length()) {
      tokens.add(next());
      skip();
    }
    tokens.add(new FilterToken(Kind.END, "end of filter", at, at));
    return List.copyOf(tokens);
  }

  private void skip() {
    while (at < filter.length()) {
      if (filter.startsWith("--", at)) {
        int newline = filter.indexOf('\n', at);
        at = newline < 0 ? filter.length() : newline;
      } else if (Character.isWhitespace(filter.charAt(at))) {
        at++;
      } else {
        return;
      }
    }
  }

  private FilterToken next() {
    return switch (filter.charAt(at)) {
      case '(' -> take(Kind.OPEN, at + 1);
      case ')' -> take(Kind.CLOSE, at + 1);
      case ',' -> take(Kind.COMMA, at + 1);
      case '.' -> take(Kind.DOT, at + 1);
      case '-' -> take(Kind.MINUS, at + 1);
      case '"' -> string();
      default -> operatorOrWord();
    };
  }

  private FilterToken take(Kind kind, int end) {
    FilterToken token = new FilterToken(kind, filter.substring(at, end), at, end);
    at = end;
    return token;
  }

  private FilterToken operatorOrWord() {
    for (String sign : OPERATORS) {
      if (filter.startsWith(sign, at)) {
        return take(Kind.OPERATOR, at + sign.length());
      }
    }
    boolean number = Character.isDigit(filter.charAt(at));
    int end = at;
    while (end < filter.length() && inWord(filter.charAt(end), number)) {
      end++;
    }
    if (end == at) {
      throw new FilterException("unexpected character '" + filter.charAt(at) + "'", at);
    }
    return take(Kind.WORD, end);
  }

  /** The dot of a number belongs to it: {@code 1.5}. */
  private static boolean inWord(char c, boolean number) {
    return !Character.isWhitespace(c) && (SPECIAL.indexOf(c) < 0 || (number && c == '.'));
  }

  private FilterToken string() {
    int start = at++;
    StringBuilder text = new StringBuilder();
    while (at < filter.length() && filter.charAt(at) != '"') {
      if (filter.charAt(at) == '\\') {
        at = FilterEscape.append(filter, at, text);
      } else {
        text.append(filter.charAt(at++));
      }
    }
    if (at == filter.length()) {
      throw new FilterException("unterminated string", start);
    }
    return new FilterToken(Kind.STRING, text.toString(), start, ++at);
  }
}
