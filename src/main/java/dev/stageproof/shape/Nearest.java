package dev.stageproof.shape;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name that a misspelt one was most likely meant to be. */
public final class Nearest {

  /** A name this short is only near to one that differs in a single character. */
  private static final int CHARACTERS_PER_EDIT = 3;

  private Nearest() {}

  /** The nearest known name; empty when none is near. */
  public static Optional<String> to(String name, Collection<String> known) {
    int most = Math.max(1, name.length() / CHARACTERS_PER_EDIT);
    return known.stream()
        .filter(candidate -> distance(name, candidate) <= most)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  /** Levenshtein distance: insertions, deletions and replacements of single characters. */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
