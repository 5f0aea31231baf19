package dev.stageproof.probes.logfile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/**
 * Values that were made of texts before, found again by the texts' bytes: logs repeat themselves.
 * Keeps the last value of each slot, so that foreign text can't fill the memory. Not thread-safe.
 *
 * @param <T> what is made of a text
 */
final class Memo<T> {
  private static final int SLOTS = 64;

  /** Longer texts hardly come again. */
  private static final int LONGEST = 256;

  private final Function<String, T> make;
  private final KnownText<T>[] known;

  @SuppressWarnings({"unchecked", "rawtypes"})
  Memo(Function<String, T> make) {
    this.make = make;
    this.known = new KnownText[SLOTS];
    Arrays.fill(known, new KnownText<>("", make.apply("")));
  }

  /** What is made of the text between two positions; well-formed UTF-8. */
  T of(byte[] bytes, int from, int to) {
    int slot = slot(bytes, from, to);
    if (known[slot].standsIn(bytes, from, to)) {
      return known[slot].meaning();
    }
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    KnownText<T> made = new KnownText<>(text, make.apply(text));
    if (to - from <= LONGEST) {
      known[slot] = made;
    }
    return made.meaning();
  }

  /** Names differ in their length and their ends. */
  private static int slot(byte[] bytes, int from, int to) {
    return to - from < 2 ? 0 : (to - from + 7 * bytes[to - 1] + 31 * bytes[to - 2]) & (SLOTS - 1);
  }
}
