package dev.stageproof.probes.logfile;

import dev.stageproof.spi.UnobservedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.GZIPInputStream;

/**
 * An open file of log entries. Reading it ends with an exception when the thread is interrupted.
 *
 * @param content what it holds, unpacked
 */
record LogFile(Path path, Stamp stamp, InputStream content) implements AutoCloseable {

  /** What changes when somebody writes to the file. */
  record Stamp(long size, FileTime modified) {
    static Stamp of(Path path) throws IOException {
      return new Stamp(Files.size(path), Files.getLastModifiedTime(path));
    }
  }

  private static final int MAGIC = 0x1F8B;
  private static final int BUFFER = 1 << 16;

  static LogFile open(Path path) throws IOException, UnobservedException {
    if (Files.isDirectory(path)) {
      throw Trouble.folder(path.toString());
    }
    FileChannel channel = FileChannel.open(path);
    return new LogFile(path, Stamp.of(path), unpacked(Channels.newInputStream(channel)));
  }

  /** True for a file that holds its entries as they are, at positions that can be gone to. */
  boolean isPlain() {
    return Files.isRegularFile(path) && !(content instanceof GZIPInputStream);
  }

  /** The stream itself, or what is packed in it when it begins as gzip does. */
  static InputStream unpacked(InputStream in) throws IOException {
    PushbackInputStream whole = new PushbackInputStream(in, 2);
    byte[] magic = whole.readNBytes(2);
    whole.unread(magic);
    boolean gzip = magic.length == 2 && (((magic[0] & 0xFF) << 8) | (magic[1] & 0xFF)) == MAGIC;
    return gzip ? new GZIPInputStream(new Restless(whole), BUFFER) : whole;
  }

  /**
   * Gzip files may be joined. Java's reader goes on to the next one only where bytes are said to be
   * available, which a pipe says only when they came already.
   */
  private static final class Restless extends FilterInputStream {
    Restless(InputStream in) {
      super(in);
    }

    @Override
    public int available() {
      return 1;
    }
  }

  /**
   * Looks whether the file is as it was.
   *
   * @throws UnobservedException when it is not
   */
  void requireUnchanged() throws IOException, UnobservedException {
    if (!stamp.equals(Stamp.of(path))) {
      throw Trouble.changed(path.toString());
    }
  }

  @Override
  public void close() throws IOException {
    content.close();
  }
}
