package dev.stageproof.probes.logfile;

/**
 * Knows well-formed characters outside of ASCII.
 *
 * @see <a href="https://www.unicode.org/versions/Unicode16.0.0/core-spec/chapter-3/">The Unicode
 *     Standard, table 3-7: well-formed UTF-8 byte sequences</a>
 */
final class Utf8 {
  private Utf8() {}

  /** The position after the character at {@code at}, or {@link JsonWalk#UNSURE}. */
  static int end(byte[] bytes, int at) {
    int lead = bytes[at] & 0xFF;
    int second = bytes[at + 1] & 0xFF;
    if (lead >= 0xC2 && lead <= 0xDF) {
      return tail(bytes, at + 1, 1);
    }
    if (lead >= 0xE0 && lead <= 0xEF) {
      boolean overlong = lead == 0xE0 && second < 0xA0;
      boolean surrogate = lead == 0xED && second > 0x9F;
      return overlong || surrogate ? JsonWalk.UNSURE : tail(bytes, at + 1, 2);
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
      boolean overlong = lead == 0xF0 && second < 0x90;
      boolean tooLarge = lead == 0xF4 && second > 0x8F;
      return overlong || tooLarge ? JsonWalk.UNSURE : tail(bytes, at + 1, 3);
    }
    return JsonWalk.UNSURE;
  }

  private static int tail(byte[] bytes, int at, int length) {
    for (int i = at; i < at + length; i++) {
      if ((bytes[i] & 0xC0) != 0x80) {
        return JsonWalk.UNSURE;
      }
    }
    return at + length;
  }
}
