package dev.stageproof.gate;

import dev.stageproof.shape.Trees;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that a record says, and that its evidence says otherwise.
 *
 * @param where what it is about: "check health", "verdict", "identity.digest"
 * @param stored what the record says
 * @param recomputed what follows from the evidence
 */
public record Difference(String where, String stored, String recomputed) {
  private static final String NOTHING = "nothing";

  /** Every leaf in which two records differ, each under its path. */
  static List<Difference> between(String where, Record stored, Record recomputed) {
    if (stored.equals(recomputed)) {
      return List.of();
    }
    List<Difference> found = new ArrayList<>();
    collect(where, Trees.of(stored), Trees.of(recomputed), found);
    return List.copyOf(found);
  }

  private static void collect(
      String where, Object stored, Object recomputed, List<Difference> found) {
    if (stored instanceof Map<?, ?> one && recomputed instanceof Map<?, ?> other) {
      Set<Object> keys = new LinkedHashSet<>(one.keySet());
      keys.addAll(other.keySet());
      keys.forEach(key -> collect(where + "." + key, one.get(key), other.get(key), found));
    } else if (stored instanceof List<?> one && recomputed instanceof List<?> other) {
      for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
        collect(where + "[" + i + "]", at(one, i), at(other, i), found);
      }
    } else if (!shown(stored).equals(shown(recomputed))) {
      found.add(new Difference(where, shown(stored), shown(recomputed)));
    }
  }

  private static Object at(List<?> list, int index) {
    return index < list.size() ? list.get(index) : null;
  }

  private static String shown(Object value) {
    return value == null ? NOTHING : value.toString();
  }
}
