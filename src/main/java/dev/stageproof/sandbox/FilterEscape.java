package dev.stageproof.sandbox;

/** The escapes of a quoted string. */
final class FilterEscape {
  private static final String LETTERS = "\"\\'?abfnrtv";
  private static final String MEANINGS = "\"\\'?\u0007\b\f\n\r\t\u000b";
  private static final int HEX = 16;

  private FilterEscape() {}

  /**
   * Reads one escape.
   *
   * @param at index of the backslash
   * @return index after the escape
   * @throws FilterException when it is none; a backslash of a regular expression must be doubled
   */
  static int append(String filter, int at, StringBuilder to) {
    char letter = at + 1 < filter.length() ? filter.charAt(at + 1) : ' ';
    int known = LETTERS.indexOf(letter);
    if (known >= 0) {
      to.append(MEANINGS.charAt(known));
      return at + 2;
    }
    return switch (letter) {
      case 'x' -> code(filter, at, 2, to);
      case 'u' -> code(filter, at, 4, to);
      case 'U' -> code(filter, at, 8, to);
      default -> throw illegal(at);
    };
  }

  private static int code(String filter, int at, int digits, StringBuilder to) {
    int start = at + 2;
    int end = start + digits;
    if (end > filter.length()) {
      throw illegal(at);
    }
    try {
      to.appendCodePoint(Integer.parseUnsignedInt(filter, start, end, HEX));
    } catch (IllegalArgumentException e) {
      throw illegal(at);
    }
    return end;
  }

  private static FilterException illegal(int at) {
    return new FilterException("illegal escape in a string; write \\\\ for a backslash", at);
  }
}
