package dev.stageproof.probes.image;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.spi.UnobservedException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/** How a layer is compressed. */
enum Codec {
  NONE {
    @Override
    InputStream unpacked(InputStream stored) {
      return stored;
    }
  },
  GZIP {
    @Override
    InputStream unpacked(InputStream stored) throws IOException {
      return GzipCompressorInputStream.builder()
          .setInputStream(stored)
          .setDecompressConcatenated(true)
          .get();
    }
  },
  ZSTD {
    @Override
    InputStream unpacked(InputStream stored) {
      return new ZstdInputStream(new PlainFrames(stored));
    }
  };

  private static final String OCI = "application/vnd.oci.image.layer.v1.tar";
  private static final String DOCKER = "application/vnd.docker.image.rootfs.diff.tar";
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int ZSTD_MAGIC = 0x28b5;

  /** The same bytes uncompressed; throws an {@link IOException} when they are not compressed so. */
  abstract InputStream unpacked(InputStream stored) throws IOException;

  /** The media type of a layer that is compressed so. */
  String mediaType() {
    return switch (this) {
      case NONE -> OCI;
      case GZIP -> OCI + "+gzip";
      case ZSTD -> OCI + "+zstd";
    };
  }

  /**
   * How a layer of this media type is compressed.
   *
   * @throws UnobservedException when it can't be unpacked, or is not stored with the image
   */
  static Codec of(String layer, String mediaType) throws UnobservedException {
    return switch (mediaType) {
      case OCI, DOCKER -> NONE;
      case OCI + "+gzip", DOCKER + ".gzip" -> GZIP;
      case OCI + "+zstd", DOCKER + ".zstd" -> ZSTD;
      default -> throw new UnobservedException(unsupported(layer, mediaType));
    };
  }

  private static Gap unsupported(String layer, String mediaType) {
    boolean foreign = mediaType.contains(".foreign.") || mediaType.contains(".nondistributable.");
    return foreign
        ? Gap.of(
            GapReason.NOT_FOUND,
            "layer " + layer + " is not stored with the image: its media type is " + mediaType,
            "build the image from layers that may be distributed")
        : Gap.of(
            GapReason.MALFORMED,
            "layer " + layer + " has the media type \"" + mediaType + "\", which can't be unpacked",
            "build the image with layers that are plain, gzip or zstd");
  }

  /** Tells by the first two bytes. */
  static Codec of(byte[] beginning) {
    int magic =
        beginning.length < 2 ? 0 : (beginning[0] & 0xff) << Byte.SIZE | (beginning[1] & 0xff);
    return magic == GZIP_MAGIC ? GZIP : magic == ZSTD_MAGIC ? ZSTD : NONE;
  }
}
