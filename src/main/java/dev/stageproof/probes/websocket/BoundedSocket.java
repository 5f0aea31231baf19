package dev.stageproof.probes.websocket;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;

/** A socket that breaks when too much comes: OkHttp takes messages and frames of any length. */
final class BoundedSocket extends Socket {

  /** Many times what is kept. */
  static final long MOST_BYTES = 8L * 1024 * 1024;

  private long left = MOST_BYTES;

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        return counted(super.read(), 1);
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        return counted(count, count);
      }
    };
  }

  private int counted(int result, int count) throws IOException {
    left -= Math.max(0, count);
    if (left < 0) {
      throw new IOException("more than " + MOST_BYTES + " bytes came");
    }
    return result;
  }
}
