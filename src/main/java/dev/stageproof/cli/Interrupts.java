package dev.stageproof.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end in good order when the process is told to end: the run is stopped, its report is
 * written, and only then does the process end.
 */
final class Interrupts implements AutoCloseable {

  /** Writing a report takes well under a second; a disk that hangs must not hold the shell. */
  private static final long GRACE_SECONDS = 10;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;
  private volatile boolean happened;

  private Interrupts(Runnable stop) {
    hook = new Thread(() -> ending(stop), "stageproof-interrupt");
  }

  /** Watches from now until closed. */
  static Interrupts during(Runnable stop) {
    Interrupts interrupts = new Interrupts(stop);
    Runtime.getRuntime().addShutdownHook(interrupts.hook);
    return interrupts;
  }

  private void ending(Runnable stop) {
    happened = true;
    stop.run();
    try {
      done.await(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ExitCode.INTERRUPTED.code());
  }

  boolean happened() {
    return happened;
  }

  @Override
  public void close() {
    if (!happened) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process began to end just now: the hook is on its way and ends it with its own code.
        happened = true;
      }
    }
    done.countDown();
  }
}
