package dev.stageproof.probes.registry;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Challenge;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;

/**
 * Asks over HTTP. A redirect to another host is followed without the credentials (OkHttp takes the
 * {@code Authorization} header away when host, port or scheme change), one from https to http is
 * not followed at all. Thread-safe.
 */
final class Transport implements AutoCloseable {

  /** Larger than any manifest that a registry must accept: 4 MiB, by the OCI specification. */
  private static final long BODY_LIMIT = 4L << 20;

  private static final int OK = 200;

  private final ExecutorService threads =
      new ThreadPoolExecutor(
          0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), Transport::daemon);
  private final OkHttpClient client =
      new OkHttpClient.Builder()
          .dispatcher(new Dispatcher(threads))
          .connectionPool(new ConnectionPool(8, 30, TimeUnit.SECONDS))
          .followSslRedirects(false)
          .build();

  /**
   * What came back.
   *
   * @param type the content type; empty when none was named
   * @param challenges what has to be shown, for a 401
   * @param body at most {@link #BODY_LIMIT} bytes
   * @param cut true when the body goes on
   */
  record Answer(
      int status, Optional<String> type, List<Challenge> challenges, Buffer body, boolean cut) {}

  /**
   * Asks once, for something small.
   *
   * @param limit how long all of it may take
   * @throws IOException when no answer came
   * @throws InterruptedException when the run is stopped; the request is cancelled
   */
  Answer ask(Request request, Duration limit) throws IOException, InterruptedException {
    return ask(request, limit, Optional.empty());
  }

  /**
   * Asks once.
   *
   * @param limit how long all of it may take
   * @param reader takes the body of an answer with the status 200, whatever its size
   * @throws IOException when no answer came, or the reader threw it
   * @throws InterruptedException when the run is stopped; the request is cancelled
   */
  Answer ask(Request request, Duration limit, Optional<BlobReader> reader)
      throws IOException, InterruptedException {
    Call call = client.newCall(request);
    call.timeout().timeout(Math.max(1, limit.toMillis()), TimeUnit.MILLISECONDS);
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    call.enqueue(new Completing(answer, reader));
    try {
      return answer.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IllegalStateException("asking " + request.url().redact() + " failed", e.getCause());
    } finally {
      call.cancel();
    }
  }

  private record Completing(CompletableFuture<Answer> answer, Optional<BlobReader> reader)
      implements Callback {
    @Override
    public void onFailure(Call call, IOException failure) {
      answer.completeExceptionally(failure);
    }

    @Override
    public void onResponse(Call call, Response response) {
      try (response) {
        answer.complete(read(response, reader));
      } catch (IOException | RuntimeException e) {
        answer.completeExceptionally(e);
      }
    }
  }

  private static Answer read(Response response, Optional<BlobReader> reader) throws IOException {
    Buffer body = new Buffer();
    if (reader.isPresent() && response.code() == OK) {
      reader.get().read(response.body().byteStream());
    }
    boolean more = response.body().source().request(BODY_LIMIT + 1);
    body.write(
        response.body().source().getBuffer(),
        Math.min(BODY_LIMIT, response.body().source().getBuffer().size()));
    return new Answer(
        response.code(),
        Optional.ofNullable(response.header("Content-Type")),
        response.challenges(),
        body,
        more);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "stageproof-registry");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
    client.connectionPool().evictAll();
  }
}
