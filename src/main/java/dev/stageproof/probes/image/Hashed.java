package dev.stageproof.probes.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts and hashes what is read, skipped bytes included. For one thread. */
final class Hashed extends BlockStream {
  private final InputStream in;
  private final MessageDigest hash = sha256();
  private long count;

  Hashed(InputStream in) {
    this.in = in;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String digest(byte[] bytes) {
    return words(sha256().digest(bytes));
  }

  private static String words(byte[] hash) {
    return "sha256:" + HexFormat.of().formatHex(hash);
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    if (read > 0) {
      hash.update(buffer, offset, read);
      count += read;
    }
    return read;
  }

  /** Bytes read so far. */
  long count() {
    return count;
  }

  /** Reads to the end; the digest of everything. */
  String rest() throws IOException {
    transferTo(OutputStream.nullOutputStream());
    return words(hash.digest());
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
