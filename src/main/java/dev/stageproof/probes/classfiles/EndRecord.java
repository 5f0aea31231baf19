package dev.stageproof.probes.classfiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * The last bytes of a jar, which tell how many entries it has: a zip reader takes anything that is
 * no entry for the end of the list, damage included.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">.ZIP File Format
 *     Specification, 4.3.16: end of central directory record</a>
 */
final class EndRecord {

  private static final int LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int SIGNATURE = 0x06054b50;
  private static final int COUNT_OFFSET = 10;

  /** Stands for a number that is kept elsewhere, in the zip64 format. */
  private static final int ELSEWHERE = 0xFFFF;

  private EndRecord() {}

  /** The number of entries that the jar says it has; 0 where it is too large for this record. */
  static int entries(SeekableByteChannel jar) throws IOException {
    for (int comment : new int[] {0, LONGEST_COMMENT}) {
      ByteBuffer tail = tail(jar, LENGTH + comment);
      for (int at = tail.limit() - LENGTH; at >= 0; at--) {
        if (tail.getInt(at) == SIGNATURE) {
          int count = tail.getShort(at + COUNT_OFFSET) & 0xFFFF;
          return count == ELSEWHERE ? 0 : count;
        }
      }
    }
    throw new IOException("not a jar, or the end of it is missing");
  }

  private static ByteBuffer tail(SeekableByteChannel jar, int most) throws IOException {
    int length = (int) Math.min(jar.size(), most);
    ByteBuffer tail = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    jar.position(jar.size() - length);
    while (tail.hasRemaining()) {
      if (jar.read(tail) < 0) {
        throw new IOException("the end of it is missing");
      }
    }
    return tail.flip();
  }
}
