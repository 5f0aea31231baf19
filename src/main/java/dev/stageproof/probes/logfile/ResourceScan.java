package dev.stageproof.probes.logfile;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;

/**
 * Reads the revision's name out of an entry's resource. Nearly all entries of an export have the
 * same one, so equal bytes are known again. Not thread-safe.
 */
final class ResourceScan {

  private final JsonWalk walk;
  private final Memo<String> names = new Memo<>(Function.identity());
  private final ObjectScan labels;
  private final ObjectScan resource;
  private byte[] last = new byte[0];
  private String revision = "";

  ResourceScan(JsonWalk walk) {
    this.walk = walk;
    this.labels = new ObjectScan(walk, Map.of("revision_name", Field.once(this::revision)));
    this.resource = new ObjectScan(walk, Map.of("labels", Field.once(labels::read)));
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
    last = new byte[0];
    int end = resource.read(bytes, at);
    if (end >= 0) {
      last = Arrays.copyOfRange(bytes, at, end);
    }
    return end;
  }

  private int revision(byte[] bytes, int at) {
    int end = walk.unescaped(bytes, at);
    if (end >= 0) {
      revision = names.of(bytes, at + 1, end - 1);
    }
    return end;
  }
}
