package dev.stageproof.probes.websocket;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** The client that all looks share, made at the first one. Thread-safe. */
final class Clients implements AutoCloseable {

  /** Each open connection holds one of the dispatcher's calls. */
  private static final int MOST_CONNECTIONS = 256;

  private static final String EXTENSIONS = "Sec-WebSocket-Extensions";
  private static final AtomicInteger STARTED = new AtomicInteger();

  private Optional<OkHttpClient> client = Optional.empty();

  /**
   * @param ping how often connections are pinged; never when empty
   */
  synchronized OkHttpClient pinging(Optional<Duration> ping) {
    if (client.isEmpty()) {
      client = Optional.of(build());
    }
    return client.get().newBuilder().pingInterval(ping.orElse(Duration.ZERO)).build();
  }

  /** No time limits: the one who listens sets the only one, and cancels. */
  private static OkHttpClient build() {
    Dispatcher dispatcher = new Dispatcher(Executors.newCachedThreadPool(Clients::daemon));
    dispatcher.setMaxRequests(MOST_CONNECTIONS);
    return new OkHttpClient.Builder()
        .dispatcher(dispatcher)
        .socketFactory(new BoundedSockets())
        .connectTimeout(Duration.ZERO)
        .readTimeout(Duration.ZERO)
        .writeTimeout(Duration.ZERO)
        .followRedirects(false)
        .followSslRedirects(false)
        .retryOnConnectionFailure(false)
        .addInterceptor(Clients::uncompressed)
        .build();
  }

  /** Without the extension that OkHttp offers nothing can be unpacked beyond its bounds. */
  private static Response uncompressed(Interceptor.Chain chain) throws IOException {
    Response response =
        chain.proceed(chain.request().newBuilder().removeHeader(EXTENSIONS).build());
    return response.newBuilder().removeHeader(EXTENSIONS).build();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "stageproof-websocket-" + STARTED.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public synchronized void close() {
    client.ifPresent(
        made -> {
          made.dispatcher().cancelAll();
          made.connectionPool().evictAll();
          ExecutorService threads = made.dispatcher().executorService();
          threads.shutdownNow();
        });
  }
}
