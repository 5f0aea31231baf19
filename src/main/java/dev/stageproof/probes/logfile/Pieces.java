package dev.stageproof.probes.logfile;

import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of the input that is in memory: from the beginning of the object that is being read to
 * as far as was read, followed by {@link JsonWalk#PADDING} zeros. Not thread-safe.
 */
final class Pieces {

  /** The longest object; Cloud Logging's own limit of an entry is 256 KiB. */
  static final int LONGEST_OBJECT = 1 << 20;

  private static final int READ = 1 << 18;

  private final InputStream in;
  private final Pace pace;
  private final byte[] bytes;
  private int start;
  private int end;
  private boolean ended;

  Pieces(InputStream in, Pace pace) {
    this(in, pace, memory());
  }

  /** Pieces in memory that was used before. */
  Pieces(InputStream in, Pace pace, byte[] memory) {
    this.in = in;
    this.pace = pace;
    this.bytes = memory;
  }

  /** Memory for one input at a time. */
  static byte[] memory() {
    return new byte[LONGEST_OBJECT + READ + JsonWalk.PADDING];
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where the object that is being read begins. */
  int start() {
    return start;
  }

  /** Where that which is in memory ends. */
  int end() {
    return end;
  }

  /** True when there is nothing after {@link #end()}. */
  boolean ended() {
    return ended;
  }

  /** Lets go of everything before the position. */
  void release(int position) {
    start = position;
  }

  /**
   * Reads on; what is in memory moves to other positions.
   *
   * @return false when there was nothing more, or {@link #LONGEST_OBJECT} are in memory already
   */
  boolean more() throws IOException, UnobservedException, InterruptedException {
    if (ended || end - start > LONGEST_OBJECT) {
      return false;
    }
    pace.require();
    System.arraycopy(bytes, start, bytes, 0, end - start);
    end -= start;
    start = 0;
    int read = in.readNBytes(bytes, end, READ);
    ended = read < READ;
    end += read;
    Arrays.fill(bytes, end, end + JsonWalk.PADDING, (byte) 0);
    return read > 0;
  }
}
