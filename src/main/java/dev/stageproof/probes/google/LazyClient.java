package dev.stageproof.probes.google;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.ProbeSettings;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A client that is opened at the first use, once for all threads. Opening looks for credentials,
 * which may ask a metadata server that does not exist and wait for a name server that does not
 * answer; so it has a thread of its own and a limit.
 *
 * @param <C> the client
 */
public final class LazyClient<C> implements AutoCloseable {

  /** Three pings of the metadata server last 1.5 s (google-auth 1.43.0); the rest is spare. */
  private static final Duration OPEN_LIMIT = Duration.ofSeconds(5);

  private final Function<ProbeSettings, GoogleApi> api;
  private final Opening<C> opening;
  private final Consumer<C> closing;
  private Optional<CompletableFuture<C>> client = Optional.empty();

  /** Makes a client of the real API. */
  @FunctionalInterface
  public interface Opening<C> {
    /**
     * Opens a client.
     *
     * @throws IOException when no credentials are found
     */
    C open(GoogleApi api) throws IOException;
  }

  /**
   * A client that is not open yet.
   *
   * @param api where the API is served, by the settings of the look
   */
  public LazyClient(
      Function<ProbeSettings, GoogleApi> api, Opening<C> opening, Consumer<C> closing) {
    this.api = api;
    this.opening = opening;
    this.closing = closing;
  }

  /**
   * The client, opened if need be.
   *
   * @throws UnobservedException when there are no credentials
   * @throws InterruptedException when the run is stopped
   */
  public C get(ProbeContext context) throws UnobservedException, InterruptedException {
    GoogleApi reached = api.apply(context.settings());
    Duration left = context.remaining().multipliedBy(9).dividedBy(10);
    Duration limit = left.compareTo(OPEN_LIMIT) < 0 ? left : OPEN_LIMIT;
    try {
      return opened(reached).get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      String detail = "the search took longer than " + limit.toMillis() + " ms";
      throw new UnobservedException(CallGaps.noCredentials(reached, detail), e);
    } catch (ExecutionException e) {
      throw new UnobservedException(gap(e.getCause(), reached), e.getCause());
    }
  }

  private static Gap gap(Throwable cause, GoogleApi api) {
    if (cause instanceof IOException) {
      String detail = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
      return CallGaps.noCredentials(api, detail);
    }
    return Gap.of(
        GapReason.INTERNAL,
        "the client of " + api.title() + " can't be made: " + cause,
        "report this to stageproof with the output of `-v -v`");
  }

  private synchronized CompletableFuture<C> opened(GoogleApi reached) {
    if (client.isEmpty()) {
      client = Optional.of(start(reached));
    }
    return client.get();
  }

  private CompletableFuture<C> start(GoogleApi reached) {
    CompletableFuture<C> future = new CompletableFuture<>();
    Runnable open =
        () -> {
          try {
            future.complete(opening.open(reached));
          } catch (IOException | RuntimeException | LinkageError e) {
            future.completeExceptionally(e);
          }
        };
    Thread thread = new Thread(open, "open " + reached.title());
    thread.setDaemon(true);
    thread.start();
    return future;
  }

  /** Closes the client, also one that is still being opened; the next use opens another. */
  @Override
  public synchronized void close() {
    client.ifPresent(this::shut);
    client = Optional.empty();
  }

  private void shut(CompletableFuture<C> future) {
    CompletableFuture<Void> closed = future.thenAccept(closing);
    if (closed.isCompletedExceptionally() && !future.isCompletedExceptionally()) {
      closed.join();
    }
  }
}
