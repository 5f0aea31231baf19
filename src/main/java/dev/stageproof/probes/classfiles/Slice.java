package dev.stageproof.probes.classfiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * A stretch of a channel as a channel of its own, read in blocks: a zip reader asks for a few bytes
 * at a time. Closing it leaves the channel below open. For one thread, which may use other slices
 * of the same channel meanwhile.
 */
final class Slice implements SeekableByteChannel {

  private static final int BLOCK = 8192;

  private final SeekableByteChannel below;
  private final long start;
  private final long size;
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK).limit(0);
  private long blockAt;
  private long position;
  private long allowance = Long.MAX_VALUE;
  private boolean open = true;

  /** The stretch has to lie within the channel; reading past its real end throws. */
  Slice(SeekableByteChannel below, long start, long size) {
    this.below = below;
    this.start = start;
    this.size = size;
  }

  /** All of a channel. */
  static Slice of(SeekableByteChannel channel) throws IOException {
    return new Slice(channel, 0, channel.size());
  }

  /** How many bytes may be read from now on; beyond that, reading throws. */
  void allow(long bytes) {
    allowance = bytes;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int wanted = (int) Math.min(target.remaining(), size - position);
    if (wanted <= 0) {
      return target.hasRemaining() ? -1 : 0;
    }
    if (position < blockAt || position >= blockAt + block.limit()) {
      fill();
    }
    int from = (int) (position - blockAt);
    int given = Math.min(wanted, block.limit() - from);
    allowance -= given;
    if (allowance < 0) {
      throw new IOException("its list of entries is too long");
    }
    target.put(block.array(), from, given);
    position += given;
    return given;
  }

  /** Blocks lie at multiples of their size, so that reading backwards is cheap as well. */
  private void fill() throws IOException {
    blockAt = position / BLOCK * BLOCK;
    block.clear().limit((int) Math.min(BLOCK, size - blockAt));
    below.position(start + blockAt);
    while (block.hasRemaining()) {
      if (below.read(block) < 0) {
        block.limit(0);
        throw new IOException("the end of it is missing");
      }
    }
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long to) throws IOException {
    if (to < 0) {
      throw new IOException("damaged: it refers to what is before its beginning");
    }
    position = to;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long to) {
    throw new NonWritableChannelException();
  }
}
