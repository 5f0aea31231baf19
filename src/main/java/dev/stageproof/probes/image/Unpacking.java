package dev.stageproof.probes.image;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.probes.registry.UnfitException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/**
 * Unpacks one layer into a file, and holds both its digests against what it must be.
 *
 * @param limit how large the layer may be, unpacked
 */
record Unpacking(Layer layer, Codec codec, long limit) {
  private static final int BUFFER = 1 << 16;

  /** Remembers whether it was the source that failed. */
  private static final class Source extends BlockStream {
    private final InputStream in;
    private IOException failure;

    Source(InputStream in) {
      this.in = in;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return in.read(buffer, offset, length);
      } catch (IOException e) {
        failure = e;
        throw e;
      }
    }
  }

  /**
   * Reads to the end.
   *
   * @param target an empty file; what is in it counts only when this returns
   * @throws UnfitException when the layer is not what it must be, or can't be written
   * @throws IOException passed on from {@code stored}
   */
  void unpack(InputStream stored, Path target) throws IOException {
    Source source = new Source(new Bounded(stored, layer));
    Hashed compressed = new Hashed(source);
    String diffId;
    try {
      diffId = copy(compressed, target);
    } catch (UnfitException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw source.failure == null ? unfit(compressed, e) : source.failure;
    }
    requireDigest(compressed);
    if (!diffId.equals(layer.diffId())) {
      throw malformed(
          "unpacks to " + diffId + ", its image's configuration says " + layer.diffId());
    }
  }

  private String copy(Hashed compressed, Path target) throws IOException {
    Hashed content = new Hashed(codec.unpacked(compressed));
    try (OutputStream sink = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
      byte[] buffer = new byte[BUFFER];
      for (int n = content.read(buffer, 0, BUFFER); n >= 0; n = content.read(buffer, 0, BUFFER)) {
        if (content.count() > limit) {
          throw new UnfitException(
              Trouble.over("layer " + layer.digest() + " unpacks to", limit, "bytes"));
        }
        write(sink, buffer, n, target);
      }
    }
    return content.rest();
  }

  private static void write(OutputStream sink, byte[] buffer, int length, Path target)
      throws UnfitException {
    try {
      sink.write(buffer, 0, length);
    } catch (IOException e) {
      throw new UnfitException(Trouble.cache(target.getParent(), e));
    }
  }

  /** What can't be unpacked has mostly the wrong digest, which says more. */
  private UnfitException unfit(Hashed compressed, Exception failure) throws IOException {
    requireDigest(compressed);
    return malformed("can't be unpacked: " + Trouble.reason(failure));
  }

  private void requireDigest(Hashed compressed) throws IOException {
    String digest = compressed.rest();
    if (!digest.equals(layer.digest())) {
      throw malformed("arrived with the digest " + digest);
    }
  }

  private UnfitException malformed(String what) {
    return new UnfitException(Trouble.malformed("layer " + layer.digest() + " " + what));
  }

  /** Lets through exactly as many bytes as the manifest says. */
  private static final class Bounded extends BlockStream {
    private final InputStream in;
    private final Layer layer;
    private long count;

    Bounded(InputStream in, Layer layer) {
      this.in = in;
      this.layer = layer;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = in.read(buffer, offset, length);
      count += Math.max(0, read);
      long size = layer.stored().bytes();
      if (count > size || (read < 0 && count < size)) {
        String after = read < 0 ? "ended after %,d of %,d bytes" : "goes on after %2$,d bytes";
        throw new UnfitException(
            Gap.of(
                GapReason.MALFORMED,
                "layer " + layer.digest() + " " + String.format(Locale.ROOT, after, count, size),
                "run again; if it stays, push the image again"));
      }
      return read;
    }
  }
}
