package dev.stageproof.probes.logfile;

import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Cuts a file between its lines, always at the same places: each stretch ends with the first line
 * that makes it long enough. Not thread-safe.
 */
final class Stretches implements AutoCloseable {
  private static final int BLOCK = 1 << 13;

  private final FileChannel channel;
  private final long size;
  private final long length;
  private final Pace pace;
  private final ByteBuffer block = ByteBuffer.allocate(BLOCK);
  private long next;

  /**
   * Opens the file.
   *
   * @param size up to where the file is cut
   * @param length the shortest stretch, but for the last one
   */
  Stretches(Path file, long size, long length, Pace pace) throws IOException {
    this.channel = FileChannel.open(file);
    this.size = size;
    this.length = length;
    this.pace = pace;
  }

  boolean more() {
    return next < size;
  }

  Stretch take() throws IOException, UnobservedException, InterruptedException {
    long from = next;
    next = size - from <= length ? size : afterLine(from + length - 1);
    return new Stretch(from, next);
  }

  private long afterLine(long within)
      throws IOException, UnobservedException, InterruptedException {
    for (long at = within; at < size; at += block.position()) {
      pace.require();
      block.clear();
      if (channel.read(block, at) < 0) {
        return size;
      }
      for (int i = 0; i < block.position(); i++) {
        if (block.get(i) == '\n') {
          return Math.min(size, at + i + 1);
        }
      }
    }
    return size;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
