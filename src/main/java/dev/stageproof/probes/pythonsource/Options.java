package dev.stageproof.probes.pythonsource;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a name may be after some statements.
 *
 * @param ways how it may have been bound, at most a few
 * @param unset true when it may have been deleted
 * @param kept true when it may be what it was before
 */
record Options(Set<Binding> ways, boolean unset, boolean kept) {

  static final Options KEPT = new Options(Set.of(), false, true);
  static final Options UNSET = new Options(Set.of(), true, false);

  /** Further ways of the same name add nothing that anyone could use. */
  private static final int MOST_WAYS = 8;

  static Options of(Binding binding) {
    return new Options(Set.of(binding), false, false);
  }

  /** These, and then the later ones. */
  Options then(Options later) {
    return later.kept ? new Options(together(ways, later.ways), unset || later.unset, kept) : later;
  }

  /** These or the others. */
  Options or(Options other) {
    return new Options(together(ways, other.ways), unset || other.unset, kept || other.kept);
  }

  private static Set<Binding> together(Set<Binding> some, Set<Binding> more) {
    if (some.isEmpty() || more.isEmpty()) {
      return some.isEmpty() ? more : some;
    }
    Set<Binding> all = new LinkedHashSet<>(some);
    for (Binding way : more) {
      if (all.size() < MOST_WAYS) {
        all.add(way);
      }
    }
    return all;
  }
}
