package dev.stageproof.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Distributes alternatives over filters, so that none becomes longer than the API takes. */
final class Packing {
  private Packing() {}

  /**
   * As few groups as go in order. An alternative that is too long by itself makes a group of its
   * own, whose filter is too long.
   *
   * @param all one or more
   * @param filter writes the filter of a group
   */
  static <T> List<List<T>> packed(List<T> all, Function<List<T>, String> filter) {
    List<List<T>> groups = new ArrayList<>();
    List<T> group = List.of();
    for (T next : all) {
      List<T> longer = Stream.concat(group.stream(), Stream.of(next)).toList();
      boolean full = !group.isEmpty() && filter.apply(longer).length() > LogFilter.LONGEST;
      if (full) {
        groups.add(group);
      }
      group = full ? List.of(next) : longer;
    }
    groups.add(group);
    return groups;
  }
}
