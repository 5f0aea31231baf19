package dev.stageproof.gate;

import dev.stageproof.gate.ValidationOptions.Filter;
import dev.stageproof.spi.Check;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the checks that a filter selects. */
final class Selection {
  private Selection() {}

  /**
   * @throws UsageException when the filter names an unknown check or tag, or selects nothing
   */
  static Predicate<Check<?>> of(Filter filter, List<Check<?>> checks) throws UsageException {
    List<String> ids = checks.stream().map(Check::id).toList();
    Set<String> tags = new TreeSet<>();
    checks.forEach(check -> tags.addAll(check.common().tags()));
    for (String id : Stream.concat(filter.only().stream(), filter.skip().stream()).toList()) {
      requireKnown("check", id, ids);
    }
    for (String tag : filter.tags()) {
      requireKnown("tag", tag, tags);
    }
    Predicate<Check<?>> selected = check -> selects(filter, check);
    if (checks.stream().noneMatch(selected)) {
      throw new UsageException(
          "--only, --skip and --tag together select no check, so nothing could be proven\n  checks: "
              + String.join(", ", ids));
    }
    return selected;
  }

  private static void requireKnown(String what, String name, Collection<String> known)
      throws UsageException {
    if (!known.contains(name)) {
      throw Names.unknown(what, name, known);
    }
  }

  private static boolean selects(Filter filter, Check<?> check) {
    boolean wanted = filter.only().isEmpty() || filter.only().contains(check.id());
    boolean tagged =
        filter.tags().isEmpty() || check.common().tags().stream().anyMatch(filter.tags()::contains);
    return wanted && tagged && !filter.skip().contains(check.id());
  }
}
