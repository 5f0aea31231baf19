package dev.stageproof.probes.logfile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text in UTF-8 and what it means.
 *
 * @param <T> what it means
 */
final class KnownText<T> {
  private final byte[] bytes;
  private final T meaning;

  KnownText(String text, T meaning) {
    this.bytes = text.getBytes(StandardCharsets.UTF_8);
    this.meaning = meaning;
  }

  /** True when it is the text that stands between two positions. */
  boolean standsIn(byte[] other, int from, int to) {
    return Arrays.equals(other, from, to, bytes, 0, bytes.length);
  }

  T meaning() {
    return meaning;
  }
}
