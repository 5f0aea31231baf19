package dev.stageproof.formats.templates;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** Passes on so many characters and no more. */
final class BoundedWriter extends FilterWriter {
  private final long most;
  private long written;

  /** More was written than may be. */
  static final class FullException extends IOException {
    private static final long serialVersionUID = 1L;

    FullException(long most) {
      super("it writes more than " + most + " characters; look for its loops");
    }
  }

  BoundedWriter(Writer out, long most) {
    super(out);
    this.most = most;
  }

  @Override
  public void write(int c) throws IOException {
    count(1);
    super.write(c);
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    count(length);
    super.write(text, offset, length);
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    count(length);
    super.write(text, offset, length);
  }

  private void count(int more) throws FullException {
    written += more;
    if (written > most) {
      throw new FullException(most);
    }
  }
}
