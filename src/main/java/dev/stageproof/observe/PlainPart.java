package dev.stageproof.observe;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The part of a text that means the same to every reader of a filter. It has no character that any
 * reading could take for an escape, a wildcard or the end of a string, and it survives what Cloud
 * Logging does to both sides before it compares them: NFKC, then case folding. Whoever searches for
 * the part finds every text that holds the whole.
 */
final class PlainPart {

  /** A search for less finds too much to be worth a read. */
  private static final int SHORTEST = 3;

  /** Enough to be rare, short enough for many in one filter. */
  private static final int LONGEST = 100;

  private static final Pattern RUN = Pattern.compile("[ -~&&[^\"\\\\*]]+");

  /** What a combining character behind it would be composed with: é, ≠. */
  private static final Pattern COMPOSED_AT_THE_END = Pattern.compile("[A-Za-z<=>]$");

  private PlainPart() {}

  /** The longest such part; empty when it is too short to be of use. */
  static Optional<String> of(String text) {
    return RUN.matcher(text)
        .results()
        .map(MatchResult::group)
        .map(PlainPart::part)
        .filter(part -> part.length() >= SHORTEST)
        .max(Comparator.comparingInt(String::length));
  }

  private static String part(String run) {
    String firm = COMPOSED_AT_THE_END.matcher(run).replaceFirst("").strip();
    return firm.substring(0, Math.min(firm.length(), LONGEST)).strip();
  }
}
