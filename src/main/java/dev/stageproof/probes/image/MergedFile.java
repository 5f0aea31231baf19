package dev.stageproof.probes.image;

import dev.stageproof.probes.image.Node.Content;
import dev.stageproof.probes.image.Node.Folder;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;

/**
 * A file or folder of a merged file system.
 *
 * @param node never a link
 */
record MergedFile(MergedFiles owner, String path, String realPath, Node node) implements ImageFile {
  private static final int BUFFER = 1 << 14;

  @Override
  public boolean folder() {
    return node instanceof Folder;
  }

  @Override
  public long bytes() {
    return node instanceof Content content ? content.size() : 0;
  }

  @Override
  public String layer() {
    return node instanceof Content content ? content.digest() : ((Folder) node).digest();
  }

  @Override
  public byte[] read(int limit) throws IOException {
    if (bytes() > limit) {
      throw new IOException(path + " is larger than " + limit + " bytes");
    }
    try (InputStream content = open()) {
      byte[] bytes = content.readNBytes((int) bytes());
      if (bytes.length < bytes()) {
        throw new IOException(path + " ends too early");
      }
      return bytes;
    }
  }

  @Override
  public InputStream open() throws IOException {
    return new BufferedInputStream(Channels.newInputStream(channel()), BUFFER);
  }

  @Override
  public SeekableByteChannel channel() throws IOException {
    if (!(node instanceof Content content)) {
      throw new IOException(path + " is a folder");
    }
    owner.requireOpen(path);
    return Slice.of(content.layer(), content.offset(), content.size());
  }

  @Override
  public String toString() {
    return path;
  }
}
