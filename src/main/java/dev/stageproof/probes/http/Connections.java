package dev.stageproof.probes.http;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * What all exchanges share: one client with its connection pool, and threads. Everything is made at
 * the first use; the TLS parts, which are costly, only for the first https address. Thread-safe.
 */
final class Connections implements AutoCloseable {

  /** As many checks at a time as may come back for their connection; idle ones cost a socket. */
  private static final int IDLE_CONNECTIONS = 256;

  private static final int IDLE_MINUTES = 1;
  private static final AtomicInteger STARTED = new AtomicInteger();

  private final UnaryOperator<OkHttpClient.Builder> customised;
  private Optional<OkHttpClient> plain = Optional.empty();
  private Optional<OkHttpClient> secure = Optional.empty();
  private Optional<ExecutorService> threads = Optional.empty();

  Connections(UnaryOperator<OkHttpClient.Builder> customised) {
    this.customised = customised;
  }

  /** The client for the address's scheme. */
  synchronized OkHttpClient clientFor(HttpUrl url) {
    if (plain.isEmpty()) {
      plain = Optional.of(build(base(), ConnectionSpec.CLEARTEXT));
    }
    if (!url.isHttps()) {
      return plain.get();
    }
    if (secure.isEmpty()) {
      secure = Optional.of(build(plain.get().newBuilder(), ConnectionSpec.MODERN_TLS));
    }
    return secure.get();
  }

  /** Runs the work on a daemon thread, at once. */
  synchronized <T> Future<T> submit(Callable<T> work) {
    if (threads.isEmpty()) {
      threads = Optional.of(Executors.newCachedThreadPool(Connections::daemon));
    }
    return threads.get().submit(work);
  }

  private OkHttpClient build(OkHttpClient.Builder builder, ConnectionSpec spec) {
    return customised.apply(builder.connectionSpecs(List.of(spec))).build();
  }

  /** No time limits: the one who waits for the exchange sets the only one, and cancels. */
  private static OkHttpClient.Builder base() {
    return new OkHttpClient.Builder()
        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_MINUTES, TimeUnit.MINUTES))
        .connectTimeout(Duration.ZERO)
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .followRedirects(false)
        .followSslRedirects(false)
        .addNetworkInterceptor(new AskOnce())
        .eventListenerFactory(call -> Trace.of(call.request()));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "stageproof-http-" + STARTED.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /** Closes idle connections, which ends the threads that read from them. */
  @Override
  public synchronized void close() {
    threads.ifPresent(ExecutorService::shutdownNow);
    plain.ifPresent(client -> client.connectionPool().evictAll());
  }
}
