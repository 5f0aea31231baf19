package dev.stageproof.probes.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;

/**
 * A regular file or a folder of an image. Immutable and thread-safe; readable until its {@link
 * ImageFiles} are closed.
 */
public interface ImageFile {

  /** Absolute, as it was asked for or listed; may lead through symbolic links. */
  String path();

  /** Absolute, with all symbolic links followed: the same for all ways to one place. */
  String realPath();

  boolean folder();

  /** Size of the content; 0 for a folder. */
  long bytes();

  /**
   * Digest of the layer that brought the content, as the manifest names it; of a folder, of the
   * lowest layer that has it. Empty for the root and folders that no layer names.
   */
  String layer();

  /**
   * The whole content.
   *
   * @throws IOException when it is larger than {@code limit} bytes, this is a folder, or it can't
   *     be read; the message names the path
   */
  byte[] read(int limit) throws IOException;

  /**
   * The content as a stream of its own, buffered; to be closed.
   *
   * @throws IOException as {@link #channel()}
   */
  InputStream open() throws IOException;

  /**
   * The content, read-only, with random access; to be closed. Closed by an interrupt, like any
   * channel; that touches no other one.
   *
   * @throws IOException when this is a folder, or it can't be read; the message names the path
   */
  SeekableByteChannel channel() throws IOException;
}
