package dev.stageproof.probes.logfile;

import java.util.Arrays;
import java.util.Map;

/**
 * Finds out which of a few known keys stands in raw bytes.
 *
 * @param <K> what the keys mean
 */
final class Keys<K> {
  private static final int SLOTS = 32;

  private final KnownText<K>[] known;
  private final K other;

  /**
   * Keys to look for.
   *
   * @param names each with what it means; ASCII
   * @param other what every other key means
   * @throws IllegalArgumentException when two keys need the same slot: then choose other factors
   */
  @SuppressWarnings({"unchecked", "rawtypes"})
  Keys(Map<String, K> names, K other) {
    KnownText<K> nothing = new KnownText<>("", other);
    this.other = other;
    this.known = new KnownText[SLOTS];
    Arrays.fill(known, nothing);
    names.forEach(
        (name, key) -> {
          int slot = slot(name.length(), (byte) name.charAt(0));
          if (known[slot].meaning() != other) {
            throw new IllegalArgumentException(name + " needs the slot of another key");
          }
          known[slot] = new KnownText<>(name, key);
        });
  }

  /** What the key between two positions means. */
  K of(byte[] bytes, int from, int to) {
    KnownText<K> candidate = known[slot(to - from, bytes[from])];
    return candidate.standsIn(bytes, from, to) ? candidate.meaning() : other;
  }

  private static int slot(int length, byte first) {
    return (5 * length + 2 * first) & (SLOTS - 1);
  }
}
