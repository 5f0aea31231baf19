package dev.stageproof.probes.logfile;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the revision's name out of an entry's resource. Nearly all entries of an export have the
 * same one, so equal bytes are known again. Not thread-safe.
 */
final class ResourceScan {

  private static final Keys<Boolean> LABELS = new Keys<>(Map.of("labels", true), false);
  private static final Keys<Boolean> REVISION = new Keys<>(Map.of("revision_name", true), false);

  private final JsonWalk walk;
  private final Memo<String> names = new Memo<>(Function.identity());
  private byte[] last = new byte[0];
  private String revision = "";

  ResourceScan(JsonWalk walk) {
    this.walk = walk;
  }

  /** Forgets what was read before. */
  void forget() {
    last = new byte[0];
  }

  /** The revision that the resource read last names; empty when it names none. */
  String revision() {
    return revision;
  }

  /** Reads the object at the position; see {@link JsonWalk} for the answer. */
  int read(byte[] bytes, int at) {
    int known = at + last.length;
    boolean again =
        known > at
            && known <= bytes.length
            && Arrays.equals(bytes, at, known, last, 0, last.length);
    if (again) {
      return known;
    }
    revision = "";
    forget();
    int end = resource(bytes, at);
    if (end >= 0) {
      last = Arrays.copyOfRange(bytes, at, end);
    }
    return end;
  }

  private int resource(byte[] bytes, int at) {
    int next = walk.first(bytes, at);
    while (JsonWalk.isKey(bytes, next)) {
      int value = walk.toValue(bytes, next);
      boolean labels =
          value >= 0 && bytes[value] == '{' && LABELS.of(bytes, next + 1, walk.keyEnd());
      next = walk.next(bytes, labels ? labels(bytes, value) : other(bytes, value));
    }
    return JsonWalk.after(next);
  }

  private int labels(byte[] bytes, int at) {
    int next = walk.first(bytes, at);
    while (JsonWalk.isKey(bytes, next)) {
      int value = walk.toValue(bytes, next);
      boolean named = value >= 0 && REVISION.of(bytes, next + 1, walk.keyEnd());
      next = walk.next(bytes, named ? revision(bytes, value) : other(bytes, value));
    }
    return JsonWalk.after(next);
  }

  private int other(byte[] bytes, int value) {
    return value < 0 ? value : walk.value(bytes, value);
  }

  private int revision(byte[] bytes, int at) {
    int end = walk.unescaped(bytes, at);
    if (end >= 0) {
      revision = names.of(bytes, at + 1, end - 1);
    }
    return end;
  }
}
