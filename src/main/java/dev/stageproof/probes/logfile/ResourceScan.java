package dev.stageproof.probes.logfile;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the revision's name out of an entry's resource. Nearly all entries of an export have the
 * same one, so equal bytes are known again. Not thread-safe.
 */
final class ResourceScan {

  private enum Field {
    LABELS,
    REVISION,
    OTHER
  }

  private static final Keys<Field> RESOURCE =
      new Keys<>(Map.of("labels", Field.LABELS), Field.OTHER);
  private static final Keys<Field> LABELS =
      new Keys<>(Map.of("revision_name", Field.REVISION), Field.OTHER);

  private final JsonWalk walk;
  private final Memo<String> names = new Memo<>(Function.identity());
  private final JsonWalk.Member inResource = this::inResource;
  private final JsonWalk.Member inLabels = this::inLabels;
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
    int end = walk.object(bytes, at, inResource);
    if (end >= 0) {
      last = Arrays.copyOfRange(bytes, at, end);
    }
    return end;
  }

  private int inResource(byte[] bytes, int key, int keyEnd, int at) {
    boolean labels = RESOURCE.of(bytes, key, keyEnd) == Field.LABELS;
    return labels && bytes[at] == '{' ? walk.object(bytes, at, inLabels) : walk.value(bytes, at);
  }

  private int inLabels(byte[] bytes, int key, int keyEnd, int at) {
    if (LABELS.of(bytes, key, keyEnd) != Field.REVISION) {
      return walk.value(bytes, at);
    }
    int end = walk.unescaped(bytes, at);
    if (end >= 0) {
      revision = names.of(bytes, at + 1, end - 1);
    }
    return end;
  }
}
