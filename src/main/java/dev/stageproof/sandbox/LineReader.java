package dev.stageproof.sandbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Cuts what a program writes into lines, as it comes, on a thread of its own. */
final class LineReader {
  /** A line is not held in memory beyond this; the rest is a line of its own. */
  private static final int LONGEST_LINE = 1 << 20;

  private static final int BUFFER = 8192;

  private final InputStream from;
  private final Consumer<String> lines;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Thread thread;

  private LineReader(InputStream from, Consumer<String> lines) {
    this.from = from;
    this.lines = lines;
    this.thread = new Thread(this::run, "sandbox-job-output");
    thread.setDaemon(true);
  }

  static LineReader start(InputStream from, Consumer<String> lines) {
    LineReader reader = new LineReader(from, lines);
    reader.thread.start();
    return reader;
  }

  /** Waits until all is read. */
  void finish(long millis) throws InterruptedException {
    thread.join(millis);
  }

  private void run() {
    byte[] buffer = new byte[BUFFER];
    try (from) {
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        add(buffer, read);
      }
    } catch (IOException e) {
      // The stream is closed under the read when the program is ended by force: an end as well.
      emit();
      return;
    }
    emit();
  }

  private void add(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n' || line.size() == LONGEST_LINE) {
        emit();
      }
      if (bytes[i] != '\n') {
        line.write(bytes[i]);
      }
    }
  }

  /** An empty line makes no entry. */
  private void emit() {
    if (line.size() > 0) {
      lines.accept(line.toString(StandardCharsets.UTF_8));
      line.reset();
    }
  }
}
