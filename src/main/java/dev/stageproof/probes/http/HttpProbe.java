package dev.stageproof.probes.http;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.HttpObservation;
import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.observe.HttpRequest;
import dev.stageproof.probes.google.Proofs;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * Asks HTTP servers. The samples of one request go out one after the other, so that the second and
 * later ones reuse the connection.
 */
public final class HttpProbe implements Probe<HttpRequest, HttpObservation> {

  /** Kept free of the deadline, so that what was seen is handed back before it passes. */
  private static final Duration MARGIN = Duration.ofMillis(100);

  private final Connections connections;
  private final Proofs proofs = new Proofs();

  /** For the service loader; opens nothing. */
  public HttpProbe() {
    this(UnaryOperator.identity());
  }

  /** For tests, which trust certificates of their own. */
  HttpProbe(UnaryOperator<OkHttpClient.Builder> customised) {
    connections = new Connections(customised);
  }

  @Override
  public Class<HttpRequest> requestType() {
    return HttpRequest.class;
  }

  @Override
  public HttpObservation observe(HttpRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    HttpUrl url = parsed(request.url());
    Hop start = Hop.first(request, url, own(request, context));
    List<Sample> answers = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    UnobservedException first = null;
    for (int number = 1; number <= request.samples(); number++) {
      try {
        answers.add(ask(new Exchange(request, start, connections, context::now), context));
      } catch (UnobservedException e) {
        first = first == null ? e : first;
        failures.add("sample " + number + ": " + e.gap().message());
      }
    }
    if (answers.isEmpty() && first != null) {
      throw first;
    }
    return new HttpObservation(answers, failures);
  }

  /** What goes along without being configured, to this address and to no other. */
  private Map<String, String> own(HttpRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    Map<String, String> own = new HashMap<>();
    request
        .trace()
        .map(trace -> trace.attempt(context.attempt()))
        .ifPresent(trace -> own.put("traceparent", trace.traceParent()));
    own.putAll(proofs.header(request.access(), request.url(), request.headers().keySet(), context));
    return own;
  }

  private static HttpUrl parsed(String text) throws UnobservedException {
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw new UnobservedException(
          Gap.of(
              GapReason.UNKNOWN_TARGET,
              "`" + text + "` is not an http or https address",
              "Correct the address."));
    }
    return url;
  }

  /**
   * One sample, on a thread of its own: a name look-up can't be interrupted, so the calling thread
   * only waits. That wait is the single deadline of the whole exchange.
   */
  private Sample ask(Exchange exchange, ProbeContext context)
      throws UnobservedException, InterruptedException {
    Duration limit = limit(context.remaining());
    Future<Sample> answer = connections.submit(exchange);
    try {
      return answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      exchange.cancel();
      Gap gap = Diagnosis.timedOut(exchange.url(), limit, exchange.trace().phase());
      throw new UnobservedException(gap, e);
    } catch (ExecutionException e) {
      throw failed(exchange, e.getCause());
    } catch (InterruptedException e) {
      exchange.cancel();
      throw e;
    }
  }

  private static Duration limit(Duration remaining) {
    Duration tenth = remaining.dividedBy(10);
    return remaining.minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN);
  }

  private static UnobservedException failed(Exchange exchange, Throwable cause) {
    if (cause instanceof IOException failure) {
      Gap gap = Diagnosis.of(failure, exchange.url(), exchange.trace().answered());
      return new UnobservedException(gap, failure);
    }
    throw new IllegalStateException("asking " + exchange.url().redact() + " failed", cause);
  }

  @Override
  public void close() {
    connections.close();
  }
}
