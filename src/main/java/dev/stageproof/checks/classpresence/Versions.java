package dev.stageproof.checks.classpresence;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The order of versions that Maven uses, for what is common: numbers by value, words before a
 * release ({@code alpha}, {@code beta}, {@code milestone}, {@code rc}, {@code SNAPSHOT}) below it,
 * other words above it.
 *
 * @see <a href="https://maven.apache.org/pom.html#version-order-specification">Version order
 *     specification</a>
 */
final class Versions {

  static final Comparator<String> ORDER = Versions::compare;

  private static final Pattern PIECE = Pattern.compile("\\d+|[A-Za-z]+");
  private static final List<String> BEFORE =
      List.of("alpha", "a", "beta", "b", "milestone", "m", "rc", "cr", "snapshot");
  private static final List<String> SAME = List.of("ga", "final", "release");
  private static final int WORD_AFTER = 1;
  private static final int NUMBER = 2;

  /** One part of a version; parts that are not there count as {@link #NOTHING}. */
  private record Piece(int rank, BigInteger number, String word) {
    static final Piece NOTHING = new Piece(0, BigInteger.ZERO, "");
  }

  private static final Comparator<Piece> BY_PIECE =
      Comparator.comparingInt(Piece::rank).thenComparing(Piece::number).thenComparing(Piece::word);

  private Versions() {}

  private static int compare(String left, String right) {
    List<Piece> first = pieces(left);
    List<Piece> second = pieces(right);
    for (int i = 0; i < Math.max(first.size(), second.size()); i++) {
      int order = BY_PIECE.compare(at(first, i), at(second, i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static Piece at(List<Piece> pieces, int index) {
    return index < pieces.size() ? pieces.get(index) : Piece.NOTHING;
  }

  private static List<Piece> pieces(String version) {
    List<Piece> pieces = new ArrayList<>();
    Matcher matcher = PIECE.matcher(version);
    while (matcher.find()) {
      pieces.add(piece(matcher.group().toLowerCase(Locale.ROOT)));
    }
    return pieces;
  }

  private static Piece piece(String text) {
    if (Character.isDigit(text.charAt(0))) {
      BigInteger number = new BigInteger(text);
      return number.signum() == 0 ? Piece.NOTHING : new Piece(NUMBER, number, "");
    }
    int before = BEFORE.indexOf(text);
    if (before >= 0) {
      // Long and short names of one stage, which stand side by side in the list, are the same.
      int stage = before / 2 - BEFORE.size();
      return new Piece(stage, BigInteger.ZERO, "");
    }
    return SAME.contains(text) ? Piece.NOTHING : new Piece(WORD_AFTER, BigInteger.ZERO, text);
  }
}
