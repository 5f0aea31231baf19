package dev.stageproof.probes.http;

import dev.stageproof.observe.HttpObservation.Certificate;
import dev.stageproof.observe.HttpObservation.Sample;
import dev.stageproof.observe.HttpRequest;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import okhttp3.Call;
import okhttp3.Handshake;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Response;

/** One sample: asks, follows redirects as far as allowed, and reads the answer. Runs once. */
final class Exchange implements Callable<Sample> {

  /** As many as {@link HttpRequest.Redirects#FOLLOW} promises; the next one is the answer. */
  private static final int MOST_REDIRECTS = 10;

  private final HttpRequest request;
  private final Hop first;
  private final Connections connections;
  private final Supplier<Instant> clock;
  private final Trace trace = new Trace();
  private final List<String> redirects = new ArrayList<>();
  private volatile HttpUrl url;
  private volatile Optional<Call> running = Optional.empty();
  private volatile boolean cancelled;

  Exchange(HttpRequest request, Hop first, Connections connections, Supplier<Instant> clock) {
    this.request = request;
    this.first = first;
    this.url = first.url();
    this.connections = connections;
    this.clock = clock;
  }

  /** The address that is being asked: the request's, or where a redirect has led. */
  HttpUrl url() {
    return url;
  }

  Trace trace() {
    return trace;
  }

  /** Breaks off, from any thread and at any time. */
  void cancel() {
    cancelled = true;
    running.ifPresent(Call::cancel);
  }

  @Override
  public Sample call() throws IOException {
    Instant sentAt = clock.get();
    long start = System.nanoTime();
    Hop hop = first;
    while (true) {
      try (Response response = send(hop)) {
        Optional<Hop> next = next(hop);
        if (next.isEmpty()) {
          return sample(sentAt, start, response);
        }
        redirects.add(hop.url().toString());
        hop = next.get();
      }
    }
  }

  private Response send(Hop hop) throws IOException {
    url = hop.url();
    Call call = connections.clientFor(hop.url()).newCall(hop.request(trace));
    running = Optional.of(call);
    if (cancelled) {
      call.cancel();
    }
    return call.execute();
  }

  private Optional<Hop> next(Hop hop) {
    return redirects.size() < MOST_REDIRECTS
        ? hop.next(request.redirects(), trace.head())
        : Optional.empty();
  }

  private Sample sample(Instant sentAt, long start, Response response) throws IOException {
    KeptBody body = KeptBody.read(response.body());
    Duration total = Duration.ofNanos(System.nanoTime() - start);
    if (body.cut()) {
      cancel();
    }
    Trace.Head head = trace.head();
    return new Sample(
        sentAt,
        head.status(),
        name(response.protocol()),
        joined(head.headers()),
        body.text(),
        body.cut(),
        List.copyOf(redirects),
        trace.phases(total),
        Optional.ofNullable(response.handshake()).flatMap(Exchange::leaf));
  }

  /** HTTP/1.1 as its status line says it; "h2" is HTTP/2's name already. */
  private static String name(Protocol protocol) {
    String name = protocol.toString();
    return name.startsWith("http/") ? name.toUpperCase(Locale.ROOT) : name;
  }

  private static Map<String, String> joined(Headers headers) {
    Map<String, String> joined = new LinkedHashMap<>();
    for (int i = 0; i < headers.size(); i++) {
      joined.merge(
          headers.name(i).toLowerCase(Locale.ROOT), headers.value(i), (a, b) -> a + ", " + b);
    }
    return joined;
  }

  private static Optional<Certificate> leaf(Handshake handshake) {
    return handshake.peerCertificates().stream()
        .limit(1)
        .map(X509Certificate.class::cast)
        .map(
            leaf ->
                new Certificate(
                    leaf.getSubjectX500Principal().getName(),
                    leaf.getIssuerX500Principal().getName(),
                    leaf.getNotAfter().toInstant()))
        .findFirst();
  }
}
