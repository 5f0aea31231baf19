package dev.stageproof.probes.pythonsource;

import dev.stageproof.probes.pythonsource.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Looks through an expression for what matters to a module: {@code :=}, warnings, and calls that
 * can bind any name.
 *
 * @param inClass true within the body of a class
 */
record Scan(List<Token> tokens, Facts facts, boolean inClass) {

  /** Where a lambda stands that is being read, and whether its parameters are. */
  private record Lambda(int depth, boolean parameters) {}

  void into(Effects effects) {
    Deque<Lambda> lambdas = new ArrayDeque<>();
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      depth += token.opens() ? 1 : token.closes() ? -1 : 0;
      follow(lambdas, token, depth);
      if (token.isName() && Tokens.at(tokens, i + 1, ":=") && lambdas.isEmpty()) {
        assign(effects, token, i);
      } else if (token.isName() && !Tokens.at(tokens, i - 1, "def")) {
        word(token, i);
      } else if (token.kind() == Kind.ASSIGNING) {
        facts.open("a formatted string that assigns", token.line());
      }
    }
  }

  private static void follow(Deque<Lambda> lambdas, Token token, int depth) {
    while (!lambdas.isEmpty() && over(lambdas.peek(), token, depth)) {
      lambdas.pop();
    }
    boolean colon = token.is(":") && !lambdas.isEmpty() && lambdas.peek().depth() == depth;
    if (colon) {
      lambdas.push(new Lambda(lambdas.pop().depth(), false));
    } else if (token.is("lambda")) {
      lambdas.push(new Lambda(depth, true));
    }
  }

  private static boolean over(Lambda lambda, Token token, int depth) {
    boolean ends = token.is(",") || token.is(":") || token.is("for") || token.is("async");
    return depth < lambda.depth() || (depth == lambda.depth() && !lambda.parameters() && ends);
  }

  /** Certain only where nothing in the expression can keep it from being reached. */
  private void assign(Effects effects, Token name, int place) {
    Binding binding = new Binding.OfValue(name.line(), Optional.empty());
    if (place == 0 || (place == 1 && tokens.get(0).is("(") && !generates())) {
      effects.bind(name.text(), binding);
    } else {
      effects.mayBind(name.text(), binding);
    }
  }

  private boolean generates() {
    return tokens.subList(0, Tokens.closing(tokens, 0)).stream().anyMatch(one -> one.is("for"));
  }

  private void word(Token token, int place) {
    boolean called = Tokens.at(tokens, place + 1, "(");
    boolean ofSomething = Tokens.at(tokens, place - 1, ".");
    if (token.is("warn") && called && (!ofSomething || Tokens.at(tokens, place - 2, "warnings"))) {
      WarnCall.at(tokens, place)
          .ifPresent(
              call ->
                  facts.warn(
                      call.message(), call.category(), token.line(), facts.certain(), List.of()));
    } else if (called && !ofSomething && binds(token, place)) {
      facts.open(token.text() + "(…)", token.line());
    } else if (called && ofSomething && (token.is("_convert_") || token.is("_convert"))) {
      facts.open(token.text() + "(…)", token.line());
    } else if (token.is("global_enum")) {
      facts.open("global_enum", token.line());
    } else if (ownModule(tokens, place)) {
      facts.open("sys.modules[__name__]", token.line());
    }
  }

  private boolean binds(Token token, int place) {
    boolean ofScope = (token.is("vars") || token.is("locals")) && !inClass;
    return token.is("globals")
        || token.is("exec")
        || (ofScope && Tokens.at(tokens, place + 2, ")"))
        || (token.is("setattr") && Tokens.at(tokens, place + 2, "sys"));
  }

  /** True when {@code modules} stands at a place, of {@code sys.modules[__name__]}. */
  static boolean ownModule(List<Token> tokens, int place) {
    return Tokens.at(tokens, place, "modules")
        && Tokens.at(tokens, place + 1, "[")
        && Tokens.at(tokens, place + 2, "__name__");
  }
}
