package dev.stageproof.probes.logfile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for several literal texts at once in the raw bytes of JSON strings, without unescaping
 * them: says no only when none of the texts is there. It need not look at every byte: the last two
 * bytes that an occurrence could have tell how far it may go on (Wu and Manber, 1994, "A fast
 * algorithm for multi-pattern searching").
 */
final class NeedleSearch {

  /** Shorter texts stand in so many lines that looking for them first saves nothing. */
  private static final int SHORTEST = 3;

  private static final int LONGEST_STEP = 32;
  private static final int TABLE = 1 << 12;

  /** What JSON escapes always; whatever else is escaped, {@link JsonWalk#hiding()} tells. */
  private static final Pattern ESCAPED = Pattern.compile("[\\x00-\\x1f\"\\\\\\p{Cs}]+");

  private final byte[][] needles;
  private final int reach;
  private final byte[] steps = new byte[TABLE];

  private NeedleSearch(List<byte[]> needles) {
    this.needles = needles.toArray(byte[][]::new);
    this.reach = needles.stream().mapToInt(needle -> needle.length).min().orElse(0);
    Arrays.fill(steps, (byte) Math.min(LONGEST_STEP, reach - 1));
    needles.forEach(this::learn);
  }

  private void learn(byte[] needle) {
    for (int i = 1; i < reach; i++) {
      int slot = slot(needle[i - 1], needle[i]);
      steps[slot] = (byte) Math.min(steps[slot], reach - 1 - i);
    }
  }

  /** Empty when one of the texts is too short to be looked for, or holds nothing but escapes. */
  static Optional<NeedleSearch> of(List<String> texts) {
    List<byte[]> needles = texts.stream().map(NeedleSearch::visible).toList();
    boolean all = needles.stream().allMatch(needle -> needle.length >= SHORTEST);
    return all ? Optional.of(new NeedleSearch(needles)) : Optional.empty();
  }

  /** The longest part that looks the same inside a JSON string. */
  private static byte[] visible(String text) {
    return Stream.of(ESCAPED.split(text))
        .map(part -> part.getBytes(StandardCharsets.UTF_8))
        .max(Comparator.comparingInt(part -> part.length))
        .orElse(new byte[0]);
  }

  /** False when none of the texts stands between the two positions. */
  boolean finds(byte[] bytes, int from, int to) {
    if (needles.length == 0) {
      return false;
    }
    int last = from + reach - 1;
    while (last < to) {
      int step = steps[slot(bytes[last - 1], bytes[last])];
      if (step == 0 && anyAt(bytes, last - reach + 1, to)) {
        return true;
      }
      last += Math.max(1, step);
    }
    return false;
  }

  private boolean anyAt(byte[] bytes, int at, int to) {
    for (byte[] needle : needles) {
      int end = at + needle.length;
      if (end <= to && Arrays.equals(bytes, at, end, needle, 0, needle.length)) {
        return true;
      }
    }
    return false;
  }

  private static int slot(byte first, byte second) {
    return ((first << 5) ^ second) & (TABLE - 1);
  }
}
