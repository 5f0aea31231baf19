package dev.stageproof.engine;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of a run: daemons, so that one that hangs can't keep the process alive. */
final class Workers implements AutoCloseable {
  private static final Duration IDLE = Duration.ofSeconds(5);

  private final ThreadPoolExecutor lookers;
  private final ThreadPoolExecutor thinkers;
  private final ScheduledThreadPoolExecutor timer;

  /**
   * @param jobs how many looks may be under way at once
   */
  Workers(int jobs) {
    lookers = pool(jobs, "look");
    thinkers = pool(Runtime.getRuntime().availableProcessors() + 1, "evaluate");
    timer = new ScheduledThreadPoolExecutor(1, named("timer"));
    timer.setRemoveOnCancelPolicy(true);
  }

  private static ThreadPoolExecutor pool(int size, String name) {
    var pool =
        new ThreadPoolExecutor(
            size,
            size,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            named(name));
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private static ThreadFactory named(String name) {
    AtomicInteger count = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "stageproof-" + name + "-" + count.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  void submit(Runnable look) {
    lookers.execute(look);
  }

  Future<?> later(Duration delay, Runnable action) {
    return timer.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  Executor thinkers() {
    return thinkers;
  }

  ScheduledExecutorService timer() {
    return timer;
  }

  @Override
  public void close() {
    lookers.shutdownNow();
    thinkers.shutdownNow();
    timer.shutdownNow();
  }
}
