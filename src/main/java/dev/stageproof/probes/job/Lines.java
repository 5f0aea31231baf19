package dev.stageproof.probes.job;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** The lines of one stream; one that came in several entries is put together. Not thread-safe. */
final class Lines {

  /** The parts of one line, by their index. */
  private record Line(int total, TreeMap<Integer, String> parts) {
    boolean whole() {
      return parts.size() == total;
    }
  }

  private final Map<String, Line> lines = new LinkedHashMap<>();
  private long bytes;

  /**
   * Adds a line, or a part of one.
   *
   * @param uid what the parts of one line have in common; empty for a whole line
   */
  void add(String text, String uid, int index, int total) {
    boolean part = !uid.isEmpty() && total > 1;
    String key = part ? "split " + uid : "line " + lines.size();
    Line line = lines.computeIfAbsent(key, k -> new Line(part ? total : 1, new TreeMap<>()));
    line.parts().put(part ? index : 0, text);
    bytes += text.getBytes(StandardCharsets.UTF_8).length + 1L;
  }

  /** How long all of it is, about: each part counts a line feed. */
  long bytes() {
    return bytes;
  }

  /** True when no line lacks a part. */
  boolean whole() {
    return lines.values().stream().allMatch(Line::whole);
  }

  /** All of it, each line ended by a line feed; cut at so many bytes, never within a character. */
  String text(int most) {
    StringBuilder all = new StringBuilder();
    for (Line line : lines.values()) {
      line.parts().values().forEach(all::append);
      all.append('\n');
    }
    byte[] encoded = all.toString().getBytes(StandardCharsets.UTF_8);
    if (encoded.length <= most) {
      return all.toString();
    }
    CharBuffer cut = CharBuffer.allocate(most);
    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(encoded, 0, most), cut, false);
    return cut.flip().toString();
  }
}
