package dev.stageproof.shape;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known name that a user most likely meant. */
public final class Nearest {

  /** Longer words are not typing errors of short names, and comparing them costs. */
  private static final int LONGEST = 80;

  /** A hostile file may define very many names. */
  private static final int MOST_COMPARED = 1000;

  private Nearest() {}

  /** The nearest of the names; empty when none is near. */
  public static Optional<String> to(String word, Collection<String> names) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = plain(word);
    int limit = Math.max(1, plain.length() / 3);
    return names.stream()
        .limit(MOST_COMPARED)
        .filter(name -> Math.abs(plain(name).length() - plain.length()) <= limit)
        .map(name -> new Candidate(name, distance(plain, plain(name))))
        .filter(candidate -> candidate.distance() <= limit)
        .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
        .map(Candidate::name);
  }

  /** A hint that names the nearest name, or else all of them. */
  public static String hint(String word, Collection<String> names) {
    return to(word, names)
        .map(name -> "did you mean `" + name + "`?")
        .orElseGet(() -> "allowed: " + list(names));
  }

  /** The names in a row; a long row is cut and the cut is counted. */
  public static String list(Collection<String> names) {
    int most = 20;
    String shown = String.join(", ", names.stream().limit(most).toList());
    return names.size() <= most ? shown : shown + " and " + (names.size() - most) + " more";
  }

  private record Candidate(String name, int distance) {}

  /** Case and word separators are no difference in meaning. */
  private static String plain(String word) {
    return word.replace("-", "").replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
  private static int distance(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, String from, String to, int i, int j) {
    int same = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
    int best =
        Math.min(cost[i - 1][j - 1] + same, Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
