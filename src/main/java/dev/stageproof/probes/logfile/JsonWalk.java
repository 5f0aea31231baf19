package dev.stageproof.probes.logfile;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Walks over JSON in UTF-8 without making anything of it. Each method takes the position where
 * something begins and returns the one after its end, or {@link #UNSURE}: never a wrong end, and
 * never an end for what RFC 8259 does not allow. The bytes must be followed by {@link #PADDING}
 * zeros, which end every walk that would run out of them. Not thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259: JSON</a>
 */
final class JsonWalk {

  /** The answer where the bytes are no JSON, or too odd to be judged here. */
  static final int UNSURE = -1;

  /** Zeros that must follow the bytes. */
  static final int PADDING = 64;

  private static final int DEEPEST = 64;
  private static final int LONGEST_NUMBER = 100;

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;
  private static final long QUOTES = '"' * ONES;
  private static final long BACKSLASHES = '\\' * ONES;
  private static final long SPACES = ' ' * ONES;

  private final boolean lines;
  private boolean escaped;
  private boolean hiding;
  private int depth;
  private int keyEnd;

  /**
   * A walk from now on.
   *
   * @param lines whether a line break is the end of everything, as in JSON lines
   */
  JsonWalk(boolean lines) {
    this.lines = lines;
  }

  /** Begins anew. */
  void begin() {
    escaped = false;
    hiding = false;
    depth = 0;
  }

  /** True when a string since the beginning held an escape. */
  boolean escaped() {
    return escaped;
  }

  /**
   * True when a string since the beginning held an escape that may stand for a character that needs
   * none, so that a text in it may be invisible.
   */
  boolean hiding() {
    return hiding;
  }

  /** The next byte that is no white space. */
  int blank(byte[] bytes, int at) {
    int next = at;
    while (bytes[next] <= ' ' && isBlank(bytes[next])) {
      next++;
    }
    return next;
  }

  private boolean isBlank(byte letter) {
    return letter == ' ' || letter == '\t' || letter == '\r' || (letter == '\n' && !lines);
  }

  /** From the end of something to a quote, with nothing but white space before it. */
  int quote(byte[] bytes, int end) {
    int next = blank(bytes, end);
    return bytes[next] == '"' ? next : UNSURE;
  }

  /** From a value's end over a comma to the next key's quote. */
  int comma(byte[] bytes, int end) {
    int comma = blank(bytes, end);
    return bytes[comma] == ',' ? quote(bytes, comma + 1) : UNSURE;
  }

  /** From a value's end over its object's brace. */
  int closing(byte[] bytes, int end) {
    int brace = blank(bytes, end);
    return bytes[brace] == '}' ? brace + 1 : UNSURE;
  }

  /** From a key's quote to the beginning of its value. */
  int toValue(byte[] bytes, int at) {
    keyEnd = plain(bytes, at + 1);
    int colon = bytes[keyEnd] == '"' ? blank(bytes, keyEnd + 1) : keyEnd;
    return bytes[colon] == ':' ? blank(bytes, colon + 1) : UNSURE;
  }

  /** Where the closing quote of the last key is. */
  int keyEnd() {
    return keyEnd;
  }

  int value(byte[] bytes, int at) {
    return switch (bytes[at]) {
      case '"' -> string(bytes, at);
      case '{' -> object(bytes, at);
      case '[' -> array(bytes, at);
      case 't' -> word(bytes, at, "true");
      case 'f' -> word(bytes, at, "false");
      case 'n' -> word(bytes, at, "null");
      default -> number(bytes, at);
    };
  }

  private int object(byte[] bytes, int at) {
    int end = ++depth > DEEPEST ? UNSURE : at + 1;
    int key = end < 0 ? end : quote(bytes, end);
    while (key >= 0) {
      int value = toValue(bytes, key);
      end = value < 0 ? value : value(bytes, value);
      key = end < 0 ? end : comma(bytes, end);
    }
    depth--;
    return end < 0 ? end : closing(bytes, end);
  }

  private int array(byte[] bytes, int at) {
    int next = ++depth > DEEPEST ? UNSURE : blank(bytes, at + 1);
    boolean more = next >= 0 && bytes[next] != ']';
    while (more) {
      int end = value(bytes, next);
      next = end < 0 ? end : blank(bytes, end);
      more = next >= 0 && bytes[next] == ',';
      next = more ? blank(bytes, next + 1) : next;
    }
    depth--;
    return next < 0 || bytes[next] != ']' ? UNSURE : next + 1;
  }

  /** A string with its quotes. */
  int string(byte[] bytes, int at) {
    if (bytes[at] != '"') {
      return UNSURE;
    }
    int next = plain(bytes, at + 1);
    while (next >= 0 && bytes[next] != '"') {
      next = special(bytes, next);
    }
    return next < 0 ? next : next + 1;
  }

  private int special(byte[] bytes, int at) {
    int end = bytes[at] == '\\' ? escape(bytes, at) : Utf8.end(bytes, at);
    return end < 0 ? end : plain(bytes, end);
  }

  /** A string with its quotes that holds no escape: its bytes are its text. */
  int unescaped(byte[] bytes, int at) {
    boolean before = escaped;
    escaped = false;
    int end = string(bytes, at);
    boolean itself = !escaped;
    escaped |= before;
    return itself ? end : UNSURE;
  }

  /**
   * The next byte that is not simply a character of a string: a quote, a backslash, a control
   * character, or part of a character outside of ASCII. Looks at eight bytes at a time; a borrow in
   * the subtractions can only touch bytes after the first that is found.
   */
  static int plain(byte[] bytes, int at) {
    for (int next = at; ; next += Long.BYTES) {
      long eight = (long) EIGHT.get(bytes, next);
      long quote = eight ^ QUOTES;
      long backslash = eight ^ BACKSLASHES;
      long found = (quote - ONES | backslash - ONES | eight - SPACES | eight) & HIGH;
      if (found != 0) {
        return next + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
  }

  private int escape(byte[] bytes, int at) {
    escaped = true;
    byte letter = bytes[at + 1];
    if (letter == 'u') {
      hiding = true;
      return hex(bytes, at + 2) && hex(bytes, at + 4) ? at + 6 : UNSURE;
    }
    hiding |= letter == '/';
    return "\"\\/bfnrt".indexOf(letter) >= 0 ? at + 2 : UNSURE;
  }

  private static boolean hex(byte[] bytes, int at) {
    return Character.digit(bytes[at], 16) >= 0 && Character.digit(bytes[at + 1], 16) >= 0;
  }

  private static int word(byte[] bytes, int at, String word) {
    for (int i = 0; i < word.length(); i++) {
      if (bytes[at + i] != word.charAt(i)) {
        return UNSURE;
      }
    }
    return at + word.length();
  }

  private static int number(byte[] bytes, int at) {
    int whole = bytes[at] == '-' ? at + 1 : at;
    int end = bytes[whole] == '0' ? whole + 1 : digits(bytes, whole);
    if (end >= 0 && bytes[end] == '.') {
      end = digits(bytes, end + 1);
    }
    if (end >= 0 && (bytes[end] == 'e' || bytes[end] == 'E')) {
      boolean sign = bytes[end + 1] == '+' || bytes[end + 1] == '-';
      end = digits(bytes, end + (sign ? 2 : 1));
    }
    return end - at > LONGEST_NUMBER ? UNSURE : end;
  }

  /** One digit or more. */
  static int digits(byte[] bytes, int at) {
    int next = at;
    while (bytes[next] >= '0' && bytes[next] <= '9') {
      next++;
    }
    return next == at ? UNSURE : next;
  }
}
