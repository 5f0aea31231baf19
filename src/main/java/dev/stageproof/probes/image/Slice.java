package dev.stageproof.probes.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A stretch of a file, read-only, with a channel of its own. For one thread at a time. */
final class Slice implements SeekableByteChannel {
  private final FileChannel file;
  private final long offset;
  private final long size;
  private long position;

  private Slice(FileChannel file, long offset, long size) {
    this.file = file;
    this.offset = offset;
    this.size = size;
  }

  static Slice of(Path path, long offset, long size) throws IOException {
    return new Slice(FileChannel.open(path, StandardOpenOption.READ), offset, size);
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
    long left = size - position;
    if (left <= 0) {
      return -1;
    }
    ByteBuffer bounded = target.slice();
    bounded.limit((int) Math.min(bounded.limit(), left));
    int read = file.read(bounded, offset + position);
    position += Math.max(0, read);
    target.position(target.position() + Math.max(0, read));
    return read;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public SeekableByteChannel position(long next) {
    if (next < 0) {
      throw new IllegalArgumentException("no position: " + next);
    }
    position = next;
    return this;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public SeekableByteChannel truncate(long length) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
