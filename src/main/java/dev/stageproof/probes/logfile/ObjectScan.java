package dev.stageproof.probes.logfile;

import java.util.Map;

/** Reads objects with known fields off raw bytes. Not thread-safe. */
final class ObjectScan {
  private final JsonWalk walk;
  private final Keys<Field> keys;
  private final Field start = Field.any((bytes, at) -> JsonWalk.UNSURE);
  private Field current = start;
  private long object;

  /**
   * A scan of objects of one kind.
   *
   * @param known the fields that matter, by name
   */
  ObjectScan(JsonWalk walk, Map<String, Field> known) {
    this.walk = walk;
    this.keys = new Keys<>(known, Field.any(walk::value));
  }

  /** Reads the object at the position; see {@link JsonWalk} for the answer. */
  int read(byte[] bytes, int at) {
    object++;
    current = start;
    int end = bytes[at] == '{' ? at + 1 : JsonWalk.UNSURE;
    int value = next(bytes, end);
    while (value >= 0) {
      end = current.read(object, bytes, value);
      value = next(bytes, end);
    }
    return end < 0 ? end : walk.closing(bytes, end);
  }

  /** From the end of the current field's value to the next one's beginning. */
  private int next(byte[] bytes, int end) {
    if (end < 0) {
      return end;
    }
    if (current.leadsOn(bytes, end)) {
      int value = end + current.link();
      current = current.follower();
      return value;
    }
    int key = current == start ? walk.quote(bytes, end) : walk.comma(bytes, end);
    int value = key < 0 ? key : walk.toValue(bytes, key);
    if (value >= 0) {
      Field next = keys.of(bytes, key + 1, walk.keyEnd());
      current.learn(bytes, end, value, next);
      current = next;
    }
    return value;
  }

  /** True when the object that was read last has the field. */
  boolean has(Field field) {
    return field.isIn(object);
  }
}
