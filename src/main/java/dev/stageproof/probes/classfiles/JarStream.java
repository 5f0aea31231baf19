package dev.stageproof.probes.classfiles;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The bytes of a nested jar on their way to the zip reader: counted against the budget, and the
 * last ones remembered.
 *
 * <p>The zip reader takes anything that is no entry for the end of the jar, damage included. How
 * many entries there should have been stands in the jar's last bytes.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">.ZIP File Format
 *     Specification, 4.3.16: end of central directory record</a>
 */
final class JarStream extends FilterInputStream {

  /** The end record and the longest comment that may follow it. */
  private static final int TAIL = 22 + 0xFFFF;

  private static final int END_RECORD = 22;
  private static final byte[] SIGNATURE = {'P', 'K', 5, 6};
  private static final int COUNT_OFFSET = 10;
  private static final int BUFFER = 8192;

  private final Budget budget;
  private final byte[] ring = new byte[TAIL];
  private long total;

  JarStream(InputStream in, Budget budget) {
    super(in);
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (!budget.bytes(Math.max(read, 0))) {
      throw new Budget.Spent();
    }
    for (int i = 0; i < read; i++) {
      ring[(int) (total++ % TAIL)] = bytes[offset + i];
    }
    return read;
  }

  /** Nested jars are entries of the jar around them, whose reader goes on. */
  @Override
  public void close() {}

  /** Reads to the end; throws unless the jar is as long as it says itself. */
  void finish(long entries) throws IOException {
    byte[] buffer = new byte[BUFFER];
    while (read(buffer, 0, buffer.length) >= 0) {
      // What comes after the last entry: the directory and the end record.
    }
    long declared = declaredEntries();
    if (entries < declared) {
      throw new IOException("damaged after entry " + entries + " of " + declared);
    }
  }

  private long declaredEntries() throws IOException {
    for (long at = total - END_RECORD; at >= Math.max(0, total - TAIL); at--) {
      if (signatureAt(at)) {
        int count = byteAt(at + COUNT_OFFSET) | byteAt(at + COUNT_OFFSET + 1) << 8;
        // 0xFFFF stands for a number that is kept elsewhere, in the zip64 format.
        return count == 0xFFFF ? 0 : count;
      }
    }
    throw new IOException("not a jar, or the end of it is missing");
  }

  private boolean signatureAt(long at) {
    for (int i = 0; i < SIGNATURE.length; i++) {
      if (byteAt(at + i) != SIGNATURE[i]) {
        return false;
      }
    }
    return true;
  }

  private int byteAt(long at) {
    return ring[(int) (at % TAIL)] & 0xFF;
  }
}
