package dev.stageproof.probes.pythonsource;

import java.util.List;
import java.util.Optional;

/**
 * A call of {@code warn}.
 *
 * @param message empty when it is no literal
 * @param category the last name of the class as written
 */
record WarnCall(Optional<String> message, String category) {

  private static final String DEFAULT = "UserWarning";

  /** The call whose name stands at {@code place}; empty when it has no arguments. */
  static Optional<WarnCall> at(List<Token> tokens, int place) {
    int end = Tokens.closing(tokens, place + 1);
    List<List<Token>> arguments = Tokens.split(tokens.subList(place + 2, end), ",");
    Optional<List<Token>> message = argument(arguments, 0, "message");
    if (message.isEmpty()) {
      return Optional.empty();
    }
    Optional<WarnCall> instance = instance(message.get());
    String category = argument(arguments, 1, "category").map(WarnCall::lastName).orElse(DEFAULT);
    return instance.or(() -> Optional.of(new WarnCall(StringValue.of(message.get()), category)));
  }

  /** {@code warn(DeprecationWarning("…"))}. */
  private static Optional<WarnCall> instance(List<Token> message) {
    Optional<String> called = Tokens.leading(message);
    int open = called.map(name -> name.split("\\.", -1).length * 2 - 1).orElse(0);
    boolean call = called.isPresent() && Tokens.at(message, open, "(");
    if (!call || !called.get().endsWith("Warning")) {
      return Optional.empty();
    }
    List<Token> text = message.subList(open + 1, Tokens.closing(message, open));
    return Optional.of(new WarnCall(StringValue.of(text), lastName(message.subList(0, open))));
  }

  private static Optional<List<Token>> argument(List<List<Token>> all, int position, String name) {
    for (List<Token> argument : all) {
      if (Tokens.at(argument, 0, name) && Tokens.at(argument, 1, "=")) {
        return Optional.of(argument.subList(2, argument.size()));
      }
    }
    boolean positional =
        position < all.size()
            && !all.get(position).isEmpty()
            && !Tokens.at(all.get(position), 1, "=");
    return positional ? Optional.of(all.get(position)) : Optional.empty();
  }

  private static String lastName(List<Token> tokens) {
    return tokens.isEmpty() ? DEFAULT : tokens.get(tokens.size() - 1).text();
  }
}
