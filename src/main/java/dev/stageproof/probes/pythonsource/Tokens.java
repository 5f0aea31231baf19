package dev.stageproof.probes.pythonsource;

import dev.stageproof.probes.pythonsource.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Cuts rows of tokens, with an eye on brackets and lambdas. */
final class Tokens {

  private Tokens() {}

  /**
   * The places of an operator outside of brackets and outside of lambdas' parameters; the colon of
   * a lambda is none.
   */
  static List<Integer> places(List<Token> tokens, String operator) {
    List<Integer> places = new ArrayList<>();
    int depth = 0;
    int lambdas = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
      if (depth == 0 && token.is("lambda")) {
        lambdas++;
      } else if (depth == 0 && lambdas > 0) {
        lambdas -= token.is(":") ? 1 : 0;
      } else if (depth == 0 && token.is(operator)) {
        places.add(i);
      }
    }
    return places;
  }

  /** The rows between the operators outside of brackets; none of an empty row. */
  static List<List<Token>> split(List<Token> tokens, String operator) {
    List<List<Token>> parts = new ArrayList<>();
    int start = 0;
    for (int place : places(tokens, operator)) {
      parts.add(tokens.subList(start, place));
      start = place + 1;
    }
    if (start < tokens.size()) {
      parts.add(tokens.subList(start, tokens.size()));
    }
    return parts;
  }

  /** The place of the bracket that closes the one at {@code open}. */
  static int closing(List<Token> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      depth += tokens.get(i).opens() ? 1 : tokens.get(i).closes() ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return tokens.size();
  }

  /** "a.b.c" when the row is just that. */
  static Optional<String> dotted(List<Token> tokens) {
    Optional<String> head = leading(tokens);
    return head.filter(
        name -> name.chars().filter(letter -> letter == '.').count() * 2 + 1 == tokens.size());
  }

  /** The name or dotted name that the row starts with. */
  static Optional<String> leading(List<Token> tokens) {
    int end = 0;
    while (end < tokens.size() && tokens.get(end).isName()) {
      end++;
      if (end + 1 < tokens.size() && tokens.get(end).is(".") && tokens.get(end + 1).isName()) {
        end++;
      } else {
        break;
      }
    }
    return end == 0
        ? Optional.empty()
        : Optional.of(
            tokens.subList(0, end).stream().map(Token::text).collect(Collectors.joining()));
  }

  /**
   * The texts of a list, tuple or set of string literals, in brackets or not, or of a sum of them.
   */
  static Optional<List<String>> texts(List<Token> tokens) {
    List<String> all = new ArrayList<>();
    for (List<Token> part : split(tokens, "+")) {
      boolean inBrackets =
          part.size() > 1 && part.get(0).opens() && closing(part, 0) == part.size() - 1;
      List<Token> inner = inBrackets ? part.subList(1, part.size() - 1) : part;
      for (List<Token> element : split(inner, ",")) {
        Optional<String> text = StringValue.of(element);
        if (text.isEmpty()) {
          return Optional.empty();
        }
        all.add(text.get());
      }
    }
    return tokens.isEmpty() ? Optional.empty() : Optional.of(all);
  }

  static boolean at(List<Token> tokens, int place, String word) {
    return place >= 0 && place < tokens.size() && tokens.get(place).is(word);
  }

  static boolean isText(Token token) {
    return token.kind() == Kind.STRING;
  }
}
