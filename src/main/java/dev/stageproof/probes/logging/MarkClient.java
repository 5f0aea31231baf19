package dev.stageproof.probes.logging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** A client for one request: it leaves no thread and no connection behind. */
record MarkClient(OkHttpClient http, ExecutorService threads) implements AutoCloseable {

  /** TLS is costly to set up, so it is only where the address needs it. */
  static MarkClient of(HttpUrl address, EventListener listener) {
    ExecutorService threads = Executors.newSingleThreadExecutor(MarkClient::daemon);
    ConnectionSpec spec = address.isHttps() ? ConnectionSpec.MODERN_TLS : ConnectionSpec.CLEARTEXT;
    OkHttpClient http =
        new OkHttpClient.Builder()
            .dispatcher(new Dispatcher(threads))
            .connectionSpecs(List.of(spec))
            .connectTimeout(Duration.ZERO)
            .readTimeout(Duration.ZERO)
            .followRedirects(false)
            .retryOnConnectionFailure(false)
            .addNetworkInterceptor(chain -> once(chain.proceed(chain.request())))
            .eventListener(listener)
            .build();
    return new MarkClient(http, threads);
  }

  /** OkHttp asks again by itself after 503 with {@code Retry-After: 0}: there is but one mark. */
  private static Response once(Response response) {
    return response.newBuilder().removeHeader("Retry-After").build();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "stageproof-mark");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    http.connectionPool().evictAll();
  }
}
