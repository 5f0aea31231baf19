package dev.stageproof.testing.images;

import okio.ByteString;

/**
 * A layer as a registry stores it.
 *
 * @param digest what the manifest says the bytes have
 * @param diffId what the configuration says the unpacked layer has
 */
public record PackedLayer(String mediaType, ByteString content, String digest, String diffId) {

  public PackedLayer(String mediaType, byte[] bytes, String digest, String diffId) {
    this(mediaType, ByteString.of(bytes), digest, diffId);
  }

  /** A copy of what is stored. */
  public byte[] bytes() {
    return content.toByteArray();
  }

  static PackedLayer of(String mediaType, byte[] packed, byte[] tar) {
    return new PackedLayer(
        mediaType, packed, LocalRegistry.digest(packed), LocalRegistry.digest(tar));
  }

  /** The same under another media type. */
  public PackedLayer as(String other) {
    return new PackedLayer(other, content, digest, diffId);
  }

  /** Other bytes under the same digests: damaged on the way. */
  public PackedLayer damaged(byte[] other) {
    return new PackedLayer(mediaType, other, digest, diffId);
  }

  /** The configuration names another digest of the unpacked layer. */
  public PackedLayer withDiffId(String other) {
    return new PackedLayer(mediaType, content, digest, other);
  }

  String descriptor() {
    return TestImage.descriptor(mediaType, digest, content.size(), "");
  }
}
