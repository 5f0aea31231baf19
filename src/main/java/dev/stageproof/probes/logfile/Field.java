package dev.stageproof.probes.logfile;

import java.util.Arrays;

/**
 * A field of an object, and which one came after it the last time: objects of one kind have their
 * fields in one order, so that mostly one comparison of bytes tells the next field. Not
 * thread-safe.
 */
final class Field {

  /**
   * Reads a field's value; see {@link JsonWalk} for the answer. Called through this interface on
   * purpose: the compiler then makes small pieces of the readers early, instead of one very large
   * piece too late.
   */
  interface Reader {
    int read(byte[] bytes, int at);
  }

  /** Longer ones hardly come again; as long as what may safely be compared behind the last byte. */
  private static final int LONGEST_LINK = JsonWalk.PADDING;

  private final Reader reader;
  private final boolean once;
  private long lastObject;
  private byte[] link = new byte[0];
  private Field follower = this;

  private Field(Reader reader, boolean once) {
    this.reader = reader;
    this.once = once;
  }

  /** A field that nobody is sure of when it comes twice in one object. */
  static Field once(Reader reader) {
    return new Field(reader, true);
  }

  /** Any number of fields of any name. */
  static Field any(Reader reader) {
    return new Field(reader, false);
  }

  /** Reads the field's value in the object of a number. */
  int read(long object, byte[] bytes, int at) {
    if (once && isIn(object)) {
      return JsonWalk.UNSURE;
    }
    lastObject = object;
    return reader.read(bytes, at);
  }

  /** True when the field came in the object of the number, which is the last one or a new one. */
  boolean isIn(long object) {
    return lastObject == object;
  }

  /** True when the same field follows as the last time; then {@link #link()} leads to its value. */
  boolean leadsOn(byte[] bytes, int end) {
    return link.length > 0 && Arrays.equals(bytes, end, end + link.length, link, 0, link.length);
  }

  /** How many bytes are between this field's value and the next one's. */
  int link() {
    return link.length;
  }

  Field follower() {
    return follower;
  }

  /** Notes what follows: the bytes between this field's value and the next one's. */
  void learn(byte[] bytes, int end, int value, Field next) {
    if (value - end <= LONGEST_LINK) {
      link = Arrays.copyOfRange(bytes, end, value);
      follower = next;
    }
  }
}
