package dev.stageproof.engine;

import dev.stageproof.model.Gap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Ends a run early, once, for a reason. Safe for use by several threads. */
final class Stop {
  private final CompletableFuture<Gap> reason = new CompletableFuture<>();

  /** Stops the run; only the first reason counts. */
  void because(Gap gap) {
    reason.complete(gap);
  }

  Optional<Gap> reason() {
    return Optional.ofNullable(reason.getNow(null));
  }

  /** Runs the action when the run is stopped; at once when it already is. */
  void whenStopped(Consumer<Gap> action) {
    var unused = reason.thenAccept(action);
  }

  /**
   * Waits.
   *
   * @throws InterruptedException when the run is stopped meanwhile, or the thread is interrupted
   */
  void pause(long nanos) throws InterruptedException {
    try {
      Gap gap = reason.get(nanos, TimeUnit.NANOSECONDS);
      throw new InterruptedException(gap.message());
    } catch (TimeoutException e) {
      return;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a stop never fails", e);
    }
  }
}
