package dev.stageproof.probes.process;

import static dev.stageproof.observe.ProcessObservation.OUTPUT_LIMIT;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The beginning of a stream of output; the rest is dropped. Safe for use by several threads. */
final class Capture {

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean cut;

  synchronized void add(byte[] bytes, int length) {
    int room = Math.min(length, OUTPUT_LIMIT - kept.size());
    kept.write(bytes, 0, room);
    cut |= room < length;
  }

  /** True when there was more than is kept. */
  synchronized boolean cut() {
    return cut;
  }

  /** What was kept, as UTF-8, with a replacement character for what is not. */
  synchronized String text() {
    ByteBuffer bytes = ByteBuffer.wrap(kept.toByteArray());
    CharBuffer text = CharBuffer.allocate(bytes.remaining() + 1);
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    // A character that the cut has split is no malformed one: it is left out.
    decoder.decode(bytes, text, !cut);
    if (!cut) {
      decoder.flush(text);
    }
    return text.flip().toString();
  }
}
