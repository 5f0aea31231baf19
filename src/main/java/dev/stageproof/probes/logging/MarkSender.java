package dev.stageproof.probes.logging;

import dev.stageproof.observe.Access;
import dev.stageproof.probes.google.Proofs;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.EventListener;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Sends one GET that can be told from all others by its user agent. The answer does not matter,
 * only that the service's front end saw the request; redirects are not followed, the body is not
 * read.
 */
record MarkSender(ProbeContext context, Proofs proofs) {

  /** A cold start may last longer; its entry is written all the same. */
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final int SPAN_DIGITS = 16;

  /** The mark; empty when it could not be sent. */
  Optional<SentMark> send(String url, Access access) throws InterruptedException {
    HttpUrl address = HttpUrl.parse(url);
    if (address == null) {
      return Optional.empty();
    }
    String agent = "stageproof/" + version() + " mark/" + UUID.randomUUID();
    AtomicBoolean gone = new AtomicBoolean();
    Instant at = context.now();
    try (MarkClient client = MarkClient.of(address, listener(gone))) {
      Optional<Integer> status =
          status(client.http().newCall(request(address, agent, proof(url, access))));
      return gone.get() ? Optional.of(new SentMark(at, agent, status)) : Optional.empty();
    }
  }

  private static String version() {
    return Optional.ofNullable(MarkSender.class.getPackage().getImplementationVersion())
        .orElse("dev");
  }

  /** Without a token the front end refuses the request, and writes its entry all the same. */
  private Map<String, String> proof(String url, Access access) throws InterruptedException {
    try {
      return proofs.header(access, url, Set.of(), context);
    } catch (UnobservedException noToken) {
      return Map.of();
    }
  }

  private static Request request(HttpUrl address, String agent, Map<String, String> proof) {
    return new Request.Builder()
        .url(address)
        .headers(Headers.of(proof))
        .header("User-Agent", agent)
        .header("traceparent", traceParent())
        .build();
  }

  /**
   * A sampled trace of its own.
   *
   * @see <a href="https://www.w3.org/TR/trace-context/#traceparent-header">traceparent</a>
   */
  private static String traceParent() {
    String span = hex(UUID.randomUUID()).substring(0, SPAN_DIGITS);
    return "00-" + hex(UUID.randomUUID()) + "-" + span + "-01";
  }

  private static String hex(UUID id) {
    return id.toString().replace("-", "");
  }

  private static EventListener listener(AtomicBoolean gone) {
    return new EventListener() {
      @Override
      public void requestHeadersEnd(Call call, Request request) {
        gone.set(true);
      }
    };
  }

  /** The answer's status; empty when none came in time. */
  private Optional<Integer> status(Call call) throws InterruptedException {
    Answer answer = new Answer();
    call.enqueue(answer);
    try {
      return answer.status.get(limit().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the client failed", e.getCause());
    } finally {
      call.cancel();
    }
  }

  private Duration limit() {
    Duration quarter = context.remaining().dividedBy(4);
    return quarter.compareTo(LONGEST) < 0 ? quarter : LONGEST;
  }

  private static final class Answer implements Callback {
    private final CompletableFuture<Optional<Integer>> status = new CompletableFuture<>();

    @Override
    public void onResponse(Call call, Response response) {
      status.complete(Optional.of(response.code()));
      response.close();
    }

    @Override
    public void onFailure(Call call, IOException e) {
      status.complete(Optional.empty());
    }
  }
}
