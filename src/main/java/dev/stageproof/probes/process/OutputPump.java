package dev.stageproof.probes.process;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Reads what a process writes, on a thread of its own, until the process ends.
 *
 * <p>It reads only what is there already and never waits in a read: a read that waits can't be
 * interrupted, and goes on for as long as any process keeps the other end of the pipe open.
 */
final class OutputPump {

  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final Duration LAST_WORDS = Duration.ofMillis(500);
  private static final int BUFFER = 32 * 1024;

  private final Process process;
  private final Capture stdout = new Capture();
  private final Capture stderr = new Capture();
  private final byte[] buffer = new byte[BUFFER];
  private final Thread thread;
  private volatile boolean abandoned;
  private volatile IOException failure;

  OutputPump(Process process) {
    this.process = process;
    this.thread = new Thread(this::run, "stageproof-output-" + process.pid());
    thread.setDaemon(true);
    thread.start();
  }

  Capture stdout() {
    return stdout;
  }

  Capture stderr() {
    return stderr;
  }

  /**
   * Waits until all that the ended process wrote has been read; false when something goes on
   * writing in its place.
   */
  boolean finish() throws UnobservedException, InterruptedException {
    thread.join(LAST_WORDS.toMillis());
    IOException trouble = failure;
    if (trouble != null) {
      throw new UnobservedException(
          Gap.of(
              GapReason.MALFORMED,
              "the program's output can't be read: " + trouble.getMessage(),
              "Run the check again."),
          trouble);
    }
    return !thread.isAlive();
  }

  /** Reads no further. */
  void abandon() {
    abandoned = true;
    thread.interrupt();
  }

  private void run() {
    try (InputStream out = process.getInputStream();
        InputStream err = process.getErrorStream()) {
      while (process.isAlive() && !abandoned) {
        if (!drainBoth(out, err)) {
          process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
      }
      while (!abandoned && drainBoth(out, err)) {
        // Until both are empty: what the ended process wrote last.
      }
    } catch (IOException e) {
      failure = e;
    } catch (InterruptedException e) {
      abandoned = true;
    }
  }

  /** True when there was something to read, in the one or the other. */
  private boolean drainBoth(InputStream out, InputStream err) throws IOException {
    boolean fromOut = drain(out, stdout);
    boolean fromErr = drain(err, stderr);
    return fromOut || fromErr;
  }

  private boolean drain(InputStream from, Capture into) throws IOException {
    int ready = Math.min(from.available(), buffer.length);
    if (ready <= 0) {
      return false;
    }
    int read = from.read(buffer, 0, ready);
    into.add(buffer, Math.max(read, 0));
    return read > 0;
  }
}
