package dev.stageproof.probes.pythonsource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What some statements do to the names around them. For one thread. */
final class Effects {

  private final Map<String, Options> names = new LinkedHashMap<>();
  private boolean ended;

  Map<String, Options> names() {
    return names;
  }

  /** True when what follows is never reached: an exception was raised. */
  boolean ended() {
    return ended;
  }

  void end() {
    ended = true;
  }

  void bind(String name, Binding binding) {
    put(name, Options.of(binding));
  }

  void delete(String name) {
    put(name, Options.UNSET);
  }

  /** Binds it, or not. */
  void mayBind(String name, Binding binding) {
    put(name, Options.of(binding).or(Options.KEPT));
  }

  private void put(String name, Options options) {
    if (!ended) {
      names.merge(name, options, Options::then);
    }
  }

  /** These effects, then others. */
  void then(Effects later) {
    later.names.forEach(this::put);
    ended |= later.ended;
  }

  /** The effects of statements that may stop anywhere, or not be reached at all. */
  Effects perhaps() {
    Effects result = new Effects();
    names.forEach((name, options) -> result.names.put(name, options.or(Options.KEPT)));
    return result;
  }

  /** The effects of just one of several; those that end with an exception have none later on. */
  static Effects oneOf(List<Effects> branches) {
    Effects result = new Effects();
    Map<String, Integer> counts = new LinkedHashMap<>();
    int open = 0;
    for (Effects branch : branches) {
      if (!branch.ended) {
        open++;
        branch.names.forEach((name, options) -> result.names.merge(name, options, Options::or));
        branch.names.keySet().forEach(name -> counts.merge(name, 1, Integer::sum));
      }
    }
    int all = open;
    result.names.replaceAll(
        (name, options) -> counts.get(name) < all ? options.or(Options.KEPT) : options);
    result.ended = open == 0;
    return result;
  }
}
