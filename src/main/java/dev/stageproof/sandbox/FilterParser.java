package dev.stageproof.sandbox;

import dev.stageproof.sandbox.FilterToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads a filter by recursive descent. NOT binds closest, then OR, then AND; AND may be left out.
 */
final class FilterParser {
  /** Deeper nesting is refused, so that no filter can exhaust the stack. */
  private static final int DEEPEST = 100;

  private final List<FilterToken> tokens;
  private int at;
  private int depth;

  private FilterParser(List<FilterToken> tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads a whole filter; an empty one holds for every entry.
   *
   * @throws FilterException at the first token that fits nowhere
   */
  static Filter parse(String filter) {
    FilterParser parser = new FilterParser(FilterLexer.tokens(filter));
    if (parser.peek().is(Kind.END)) {
      return new Filter.And(List.of());
    }
    Filter parsed = parser.conjunction(parser::restriction);
    if (!parser.peek().is(Kind.END)) {
      throw parser.unexpected();
    }
    return parsed;
  }

  private Filter conjunction(Supplier<Filter> leaf) {
    List<Filter> all = new ArrayList<>(List.of(disjunction(leaf)));
    while (!peek().is(Kind.END) && !peek().is(Kind.CLOSE)) {
      accept("AND");
      all.add(disjunction(leaf));
    }
    return all.size() == 1 ? all.get(0) : new Filter.And(all);
  }

  private Filter disjunction(Supplier<Filter> leaf) {
    List<Filter> any = new ArrayList<>(List.of(negation(leaf)));
    while (accept("OR")) {
      any.add(negation(leaf));
    }
    return any.size() == 1 ? any.get(0) : new Filter.Or(any);
  }

  private Filter negation(Supplier<Filter> leaf) {
    boolean not = accept("NOT") || negatingMinus();
    Filter inner = peek().is(Kind.OPEN) ? group(leaf) : leaf.get();
    return not ? new Filter.Not(inner) : inner;
  }

  private boolean negatingMinus() {
    if (!peek().is(Kind.MINUS)) {
      return false;
    }
    at++;
    return true;
  }

  private Filter group(Supplier<Filter> leaf) {
    if (++depth > DEEPEST) {
      throw new FilterException("nested too deeply", peek().start());
    }
    take(Kind.OPEN);
    Filter inner = conjunction(leaf);
    take(Kind.CLOSE);
    depth--;
    return inner;
  }

  /** A comparison, a function, or a term to be found anywhere. */
  private Filter restriction() {
    if (peek().is(Kind.STRING)) {
      return new Filter.Search(take(Kind.STRING).text());
    }
    if (functionAhead()) {
      return function();
    }
    Filter.Path path = path();
    return acceptOperator()
        .map(operator -> comparison(path, operator))
        .orElseGet(() -> new Filter.Search(path.toString()));
  }

  private Filter comparison(Filter.Path path, Filter.Operator operator) {
    Supplier<Filter> leaf = () -> new Filter.Comparison(path, operator, literal());
    return peek().is(Kind.OPEN) ? group(leaf) : leaf.get();
  }

  private boolean functionAhead() {
    FilterToken name = peek();
    FilterToken after = tokens.get(Math.min(at + 1, tokens.size() - 1));
    return name.is(Kind.WORD) && after.is(Kind.OPEN) && after.touches(name);
  }

  private Filter function() {
    FilterToken name = take(Kind.WORD);
    if (!name.text().equals("log_id")) {
      throw new FilterException(
          "the sandbox knows no function '" + name.text() + "'", name.start());
    }
    take(Kind.OPEN);
    Filter.LogId logId = new Filter.LogId(take(Kind.STRING).text());
    take(Kind.CLOSE);
    return logId;
  }

  private Filter.Path path() {
    int position = peek().start();
    List<String> segments = new ArrayList<>(List.of(plainWord()));
    while (peek().is(Kind.DOT) && peek().touches(tokens.get(at - 1))) {
      at++;
      segments.add(peek().is(Kind.STRING) ? take(Kind.STRING).text() : plainWord());
    }
    return new Filter.Path(segments, position);
  }

  private Filter.Literal literal() {
    FilterToken first = peek();
    if (first.is(Kind.STRING)) {
      return new Filter.Literal(take(Kind.STRING).text(), true, first.start());
    }
    String sign = negatingMinus() ? "-" : "";
    return new Filter.Literal(sign + path(), false, first.start());
  }

  private String plainWord() {
    if (Stream.of("AND", "OR", "NOT").anyMatch(peek()::keyword)) {
      throw unexpected();
    }
    return take(Kind.WORD).text();
  }

  private Optional<Filter.Operator> acceptOperator() {
    if (!peek().is(Kind.OPERATOR)) {
      return Optional.empty();
    }
    String sign = take(Kind.OPERATOR).text();
    return Stream.of(Filter.Operator.values()).filter(each -> each.sign().equals(sign)).findFirst();
  }

  private boolean accept(String keyword) {
    boolean accepted = peek().keyword(keyword);
    at += accepted ? 1 : 0;
    return accepted;
  }

  private FilterToken take(Kind kind) {
    if (!peek().is(kind)) {
      throw unexpected();
    }
    return tokens.get(at++);
  }

  private FilterToken peek() {
    return tokens.get(at);
  }

  private FilterException unexpected() {
    return new FilterException("syntax error, token '" + peek().text() + "'", peek().start());
  }
}
