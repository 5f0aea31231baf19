package dev.stageproof.probes.image;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * A zstd stream without its skippable frames, which the decoder does not know; layers that can be
 * fetched in parts end with some.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8878">RFC 8878, Zstandard</a>
 */
final class PlainFrames extends BlockStream {
  private static final int SKIPPABLE = 0x184d2a50;
  private static final int WORD = 4;
  private static final int BLOCK_HEADER = 3;
  private static final int LONGEST_HEADER = 14;
  private static final int RAW_REPEATED = 1;

  private enum Next {
    FRAME,
    BLOCK,
    CHECKSUM
  }

  private final InputStream in;
  private Next next = Next.FRAME;
  private boolean checksum;

  /** What was looked at and is still to be given. */
  private final byte[] head = new byte[LONGEST_HEADER + WORD];

  private int headLength;
  private int headRead;

  /** How many bytes of the frame may be passed on unseen. */
  private long rest;

  PlainFrames(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (headRead == headLength && rest == 0) {
      if (!advance()) {
        return -1;
      }
    }
    if (headRead < headLength) {
      int given = Math.min(length, headLength - headRead);
      System.arraycopy(head, headRead, buffer, offset, given);
      headRead += given;
      return given;
    }
    int given = in.read(buffer, offset, (int) Math.min(length, rest));
    if (given < 0) {
      throw new EOFException("a zstd frame ends too early");
    }
    rest -= given;
    return given;
  }

  /** Looks at what comes next; false at the end. */
  private boolean advance() throws IOException {
    headRead = 0;
    headLength = 0;
    switch (next) {
      case FRAME -> {
        return frame();
      }
      case BLOCK -> block();
      case CHECKSUM -> {
        look(WORD);
        next = Next.FRAME;
      }
    }
    return true;
  }

  private boolean frame() throws IOException {
    headLength = in.readNBytes(head, 0, WORD);
    if (headLength == 0) {
      return false;
    }
    if (headLength == WORD && (little(0, WORD) & ~0xfL) == SKIPPABLE) {
      look(WORD);
      in.skipNBytes(little(WORD, WORD));
      headLength = 0;
      return true;
    }
    look(1);
    int descriptor = head[WORD] & 0xff;
    checksum = (descriptor & 0x04) != 0;
    look(headerBytes(descriptor));
    next = Next.BLOCK;
    return true;
  }

  /** What follows the descriptor: window, dictionary, size of the content. */
  private static int headerBytes(int descriptor) {
    boolean single = (descriptor & 0x20) != 0;
    int dictionary = new int[] {0, 1, 2, WORD}[descriptor & 0x03];
    int size = new int[] {single ? 1 : 0, 2, WORD, 2 * WORD}[descriptor >> 6];
    return (single ? 0 : 1) + dictionary + size;
  }

  private void block() throws IOException {
    look(BLOCK_HEADER);
    long header = little(0, BLOCK_HEADER);
    boolean last = (header & 1) != 0;
    rest = (header >> 1 & 3) == RAW_REPEATED ? 1 : header >> 3;
    if (last) {
      next = checksum ? Next.CHECKSUM : Next.FRAME;
    }
  }

  private void look(int bytes) throws IOException {
    int seen = in.readNBytes(head, headLength, bytes);
    headLength += seen;
    if (seen < bytes) {
      throw new EOFException("a zstd frame ends too early");
    }
  }

  private long little(int from, int bytes) {
    long value = 0;
    for (int i = bytes - 1; i >= 0; i--) {
      value = value << Byte.SIZE | (head[from + i] & 0xff);
    }
    return value;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
