package dev.stageproof.probes.logfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * A stretch of a file.
 *
 * @param from the position of its first byte, where a line begins
 * @param to the position after its last byte, where the next one begins or the file ends
 */
record Stretch(long from, long to) {

  /** The bytes of the stretch in a file; a thread that is interrupted while it reads has closed. */
  InputStream open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file);
    channel.position(from);
    return new Bounded(Channels.newInputStream(channel), to - from);
  }

  private static final class Bounded extends InputStream {
    private final InputStream in;
    private long left;

    Bounded(InputStream in, long left) {
      this.in = in;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int at, int length) throws IOException {
      if (left == 0) {
        return -1;
      }
      int read = in.read(bytes, at, (int) Math.min(left, length));
      left -= Math.max(0, read);
      return read;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
