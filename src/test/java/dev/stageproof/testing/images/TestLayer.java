package dev.stageproof.testing.images;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Writes a layer entry by entry. Names are taken as they are, so that a layer may hold what no
 * builder writes. Each method returns this.
 */
public final class TestLayer {
  private static final String OCI = "application/vnd.oci.image.layer.v1.tar";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");

  public TestLayer() {
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
  }

  /** How long names are written from here on; PAX headers by default. */
  public TestLayer gnuLongNames() {
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
    return this;
  }

  public TestLayer file(String path, String content) {
    return file(path, content.getBytes(StandardCharsets.UTF_8));
  }

  public TestLayer file(String path, byte[] content) {
    return entry(path, TarConstants.LF_NORMAL, "", content);
  }

  public TestLayer folder(String path) {
    return entry(path.endsWith("/") ? path : path + "/", TarConstants.LF_DIR, "", new byte[0]);
  }

  public TestLayer symlink(String path, String target) {
    return entry(path, TarConstants.LF_SYMLINK, target, new byte[0]);
  }

  public TestLayer hardLink(String path, String target) {
    return entry(path, TarConstants.LF_LINK, target, new byte[0]);
  }

  /** Removes what lower layers have there. */
  public TestLayer whiteout(String path) {
    int slash = path.lastIndexOf('/') + 1;
    return file(path.substring(0, slash) + ".wh." + path.substring(slash), "");
  }

  /** Hides all that lower layers have in a folder. */
  public TestLayer opaque(String folder) {
    return file(folder + "/.wh..wh..opq", "");
  }

  /** An entry of any type: a device, a pipe. */
  public TestLayer entry(String path, byte type, String target, byte[] content) {
    TarArchiveEntry entry = new TarArchiveEntry(path, type, true);
    entry.setLinkName(target);
    entry.setSize(content.length);
    entry.setModTime(0);
    try {
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** The layer as a tar archive. */
  public byte[] tar() {
    try {
      tar.close();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stored as it is. */
  public PackedLayer plain() {
    byte[] content = tar();
    return PackedLayer.of(OCI, content, content);
  }

  public PackedLayer gzip() {
    byte[] content = tar();
    return PackedLayer.of(OCI + "+gzip", packed(content, GZIPOutputStream::new), content);
  }

  public PackedLayer zstd() {
    byte[] content = tar();
    return PackedLayer.of(OCI + "+zstd", packed(content, ZstdOutputStream::new), content);
  }

  private interface Packer {
    OutputStream over(OutputStream sink) throws IOException;
  }

  private static byte[] packed(byte[] content, Packer packer) {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    try (OutputStream packing = packer.over(sink)) {
      packing.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sink.toByteArray();
  }
}
