package dev.stageproof.probes.classfiles;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Collects the names that look most like one that is asked for; keeps a few, however many pass. */
final class NearestNames {

  private static final int KEPT = 3;

  /** A name that differs in more than a third of its letters is another name. */
  private static final int LETTERS_PER_DIFFERENCE = 3;

  private record Alike(int distance, String name) {}

  private final String asked;
  private final String simple;
  private final int farthest;
  private final TreeSet<Alike> best =
      new TreeSet<>(Comparator.comparingInt(Alike::distance).thenComparing(Alike::name));

  NearestNames(String asked) {
    this.asked = asked;
    this.simple = simple(asked);
    this.farthest = Math.max(1, simple.length() / LETTERS_PER_DIFFERENCE);
  }

  String asked() {
    return asked;
  }

  /** The same simple name elsewhere comes first, then the smallest difference. */
  List<String> names() {
    return best.stream().map(Alike::name).toList();
  }

  void offer(String name) {
    int distance = distance(simple, simple(name));
    if (distance <= farthest) {
      best.add(new Alike(distance, name));
      if (best.size() > KEPT) {
        best.pollLast();
      }
    }
  }

  private static String simple(String name) {
    return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
  }

  /** Levenshtein's distance; a large number when the lengths alone are too far apart. */
  private int distance(String left, String right) {
    if (Math.abs(left.length() - right.length()) > farthest) {
      return Integer.MAX_VALUE;
    }
    int[] above = new int[right.length() + 1];
    for (int column = 0; column < above.length; column++) {
      above[column] = column;
    }
    for (int row = 1; row <= left.length(); row++) {
      int[] current = new int[above.length];
      current[0] = row;
      for (int column = 1; column < above.length; column++) {
        int change = left.charAt(row - 1) == right.charAt(column - 1) ? 0 : 1;
        int step = 1 + Math.min(above[column], current[column - 1]);
        current[column] = Math.min(step, above[column - 1] + change);
      }
      above = current;
    }
    return above[right.length()];
  }
}
