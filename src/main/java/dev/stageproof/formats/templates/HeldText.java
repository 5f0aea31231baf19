package dev.stageproof.formats.templates;

import java.io.IOException;
import java.io.Writer;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a text until it is known to be whole, once and in pieces: a text of 100 MB is never copied
 * as one, neither to make room nor to be handed on.
 */
final class HeldText extends Writer {
  private static final int PIECE = 64 * 1024;

  private final List<CharBuffer> full = new ArrayList<>();
  private CharBuffer last = CharBuffer.allocate(PIECE);

  @Override
  public void write(char[] text, int offset, int length) {
    int done = 0;
    while (done < length) {
      int part = Math.min(length - done, room());
      last.put(text, offset + done, part);
      done += part;
    }
  }

  @Override
  public void write(String text, int offset, int length) {
    int done = offset;
    while (done < offset + length) {
      int part = Math.min(offset + length - done, room());
      last.put(text, done, done + part);
      done += part;
    }
  }

  /** How much fits into the last piece; never nothing. */
  private int room() {
    if (!last.hasRemaining()) {
      full.add(last.flip());
      last = CharBuffer.allocate(PIECE);
    }
    return last.remaining();
  }

  /** Hands the text on, piece by piece. */
  void writeTo(Appendable out) throws IOException {
    for (CharBuffer piece : full) {
      out.append(piece);
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
