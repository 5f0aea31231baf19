package dev.stageproof.probes.image;

import dev.stageproof.probes.registry.UnfitException;
import dev.stageproof.spi.ProbeContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;

/** A stream from this machine that ends with the look: at its deadline, or when it is stopped. */
final class Watched extends FilterInputStream {
  private final String what;
  private final ProbeContext context;

  /**
   * Watches a stream.
   *
   * @param what what is read, for the message
   */
  Watched(InputStream in, String what, ProbeContext context) {
    super(in);
    this.what = what;
    this.context = context;
  }

  /** The interrupt that a stream could tell only so. */
  static InterruptedException interrupted(InterruptedIOException cause) {
    Thread.interrupted();
    InterruptedException stopped = new InterruptedException("reading an image was stopped");
    stopped.initCause(cause);
    return stopped;
  }

  @Override
  public int read() throws IOException {
    require();
    return super.read();
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    require();
    return super.read(buffer, offset, length);
  }

  private void require() throws IOException {
    if (Thread.currentThread().isInterrupted()) {
      throw new InterruptedIOException("stopped");
    }
    if (context.remaining().isZero()) {
      throw new UnfitException(Trouble.late("reading " + what));
    }
  }
}
