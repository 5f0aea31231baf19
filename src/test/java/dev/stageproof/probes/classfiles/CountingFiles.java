package dev.stageproof.probes.classfiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.function.BooleanSupplier;

/** This machine's files, and how many bytes are read out of them. */
final class CountingFiles implements PathFiles {

  private final LocalFiles files = new LocalFiles();
  private long bytes;

  long bytes() {
    return bytes;
  }

  @Override
  public Kind kind(String path) {
    return files.kind(path);
  }

  @Override
  public List<String> names(String folder) throws IOException {
    return files.names(folder);
  }

  @Override
  public List<String> below(String folder, BooleanSupplier mayGoOn) throws IOException {
    return files.below(folder, mayGoOn);
  }

  @Override
  public SeekableByteChannel open(String path) throws IOException {
    return new Counted(files.open(path));
  }

  private final class Counted implements SeekableByteChannel {

    private final SeekableByteChannel below;

    Counted(SeekableByteChannel below) {
      this.below = below;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      int read = below.read(target);
      bytes += Math.max(0, read);
      return read;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      return below.write(source);
    }

    @Override
    public long position() throws IOException {
      return below.position();
    }

    @Override
    public SeekableByteChannel position(long to) throws IOException {
      below.position(to);
      return this;
    }

    @Override
    public long size() throws IOException {
      return below.size();
    }

    @Override
    public SeekableByteChannel truncate(long size) throws IOException {
      below.truncate(size);
      return this;
    }

    @Override
    public boolean isOpen() {
      return below.isOpen();
    }

    @Override
    public void close() throws IOException {
      below.close();
    }
  }
}
