package dev.stageproof.probes.classfiles;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** A jar that is open: its list of entries in memory, all else read where it lies. */
final class Jar implements Closeable {

  private static final int BUFFER = 1 << 16;

  private final Slice bytes;
  private final ZipFile zip;

  private Jar(Slice bytes, ZipFile zip) {
    this.bytes = bytes;
    this.zip = zip;
  }

  /**
   * Reads the list of entries.
   *
   * @param longest bytes that the list may have
   */
  static Jar open(Slice bytes, long longest) throws IOException {
    int declared = EndRecord.entries(bytes);
    bytes.allow(longest);
    Jar jar = new Jar(bytes, zip(bytes));
    bytes.allow(Long.MAX_VALUE);
    int count = jar.entries().size();
    if (count < declared) {
      jar.close();
      throw new IOException("damaged after entry " + count + " of " + declared);
    }
    return jar;
  }

  /** The reader's own words on a failure below it say less than those of the failure. */
  private static ZipFile zip(Slice bytes) throws IOException {
    try {
      return ZipFile.builder()
          .setSeekableByteChannel(bytes)
          .setIgnoreLocalFileHeader(true)
          .setUseUnicodeExtraFields(false)
          .get();
    } catch (IOException e) {
      throw e.getCause() instanceof IOException cause ? cause : e;
    }
  }

  List<ZipArchiveEntry> entries() {
    return Collections.list(zip.getEntries());
  }

  Optional<ZipArchiveEntry> entry(String name) {
    return Optional.ofNullable(zip.getEntry(name));
  }

  /** The first bytes of an entry, at most {@code limit}; held against its checksum when whole. */
  byte[] first(ZipArchiveEntry entry, int limit) throws IOException {
    try (CheckedInputStream in = stream(entry)) {
      byte[] first = in.readNBytes(limit);
      if (first.length < limit) {
        verify(entry, in);
      }
      return first;
    }
  }

  private CheckedInputStream stream(ZipArchiveEntry entry) throws IOException {
    boolean known = entry.getMethod() == ZipEntry.STORED || entry.getMethod() == ZipEntry.DEFLATED;
    if (!known) {
      throw new IOException("packed by method " + entry.getMethod() + ", which Java doesn't know");
    }
    return new CheckedInputStream(zip.getInputStream(entry), new CRC32());
  }

  private static void verify(ZipArchiveEntry entry, CheckedInputStream read) throws IOException {
    if (read.getChecksum().getValue() != entry.getCrc()) {
      throw new IOException("damaged: " + entry.getName() + " has another checksum than listed");
    }
  }

  /**
   * The bytes of a jar in this one: in their place where they are stored as they are, as Spring
   * Boot does; else unpacked to a file that is deleted when the channel is closed.
   */
  SeekableByteChannel nested(ZipArchiveEntry entry, Budget budget) throws IOException {
    if (entry.getMethod() != ZipEntry.STORED || entry.getGeneralPurposeBit().usesEncryption()) {
      return unpacked(entry, budget);
    }
    zip.getRawInputStream(entry).close();
    return new Slice(bytes, entry.getDataOffset(), entry.getSize());
  }

  private SeekableByteChannel unpacked(ZipArchiveEntry entry, Budget budget) throws IOException {
    Path file = Files.createTempFile("stageproof-", ".jar");
    SeekableByteChannel channel =
        Files.newByteChannel(
            file,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try (CheckedInputStream in = stream(entry)) {
      copy(in, channel, budget);
      verify(entry, in);
      return channel;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** Unpacked bytes count: a small jar can hold a very large one. */
  private static void copy(InputStream in, SeekableByteChannel out, Budget budget)
      throws IOException {
    byte[] buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (!budget.bytes(read)) {
        throw new Budget.Spent();
      }
      ByteBuffer rest = ByteBuffer.wrap(buffer, 0, read);
      while (rest.hasRemaining()) {
        out.write(rest);
      }
    }
  }

  /** The bytes below stay open. */
  @Override
  public void close() throws IOException {
    zip.close();
  }
}
