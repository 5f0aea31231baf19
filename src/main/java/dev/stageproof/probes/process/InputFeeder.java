package dev.stageproof.probes.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a process its input, on a thread of its own, since the process may read it late. */
final class InputFeeder {

  private InputFeeder() {}

  /** The thread ends when all is written, or when no process is left that could read it. */
  static void feed(OutputStream stdin, String text) {
    Thread thread = new Thread(() -> write(stdin, text), "stageproof-input");
    thread.setDaemon(true);
    thread.start();
  }

  private static void write(OutputStream stdin, String text) {
    try (stdin) {
      stdin.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A program may close its input, or end, before it has read all: its decision, no failure.
      return;
    }
  }
}
