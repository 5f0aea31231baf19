package dev.stageproof.formats.templates;

import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a text until it is known to be whole, once, in pieces, and as UTF-8: a text of 30 MB takes
 * no more, and is never copied as one, neither to make room nor to be handed on.
 */
final class HeldText extends Writer {
  private static final int PIECE = 32 * 1024;

  private final List<byte[]> full = new ArrayList<>();
  private final CharBuffer last = CharBuffer.allocate(PIECE);

  @Override
  public void write(char[] text, int offset, int length) {
    int end = offset + length;
    for (int i = offset; i < end; ) {
      int part = Math.min(end - i, room());
      last.put(text, i, part);
      i += part;
    }
  }

  @Override
  public void write(String text, int offset, int length) {
    int end = offset + length;
    for (int i = offset; i < end; ) {
      int part = Math.min(end - i, room());
      last.put(text, i, i + part);
      i += part;
    }
  }

  /** How much fits into the last piece; never nothing. No character is cut in two. */
  private int room() {
    if (!last.hasRemaining()) {
      char end = last.get(PIECE - 1);
      boolean half = Character.isHighSurrogate(end);
      last.position(half ? PIECE - 1 : PIECE).flip();
      full.add(last.toString().getBytes(StandardCharsets.UTF_8));
      last.clear();
      if (half) {
        last.put(end);
      }
    }
    return last.remaining();
  }

  /** Hands the text on, piece by piece; it can be written to no more. */
  void writeTo(Appendable out) throws IOException {
    for (byte[] piece : full) {
      out.append(new String(piece, StandardCharsets.UTF_8));
    }
    out.append(last.flip());
  }

  @Override
  public void flush() {
    // What is held goes out when it is whole.
  }

  @Override
  public void close() {
    // There is nothing to let go.
  }
}
