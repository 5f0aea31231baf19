package dev.stageproof.sandbox;

import static java.util.concurrent.CompletableFuture.delayedExecutor;

import com.google.logging.type.HttpRequest;
import com.google.logging.v2.LogEntry;
import com.sun.net.httpserver.HttpExchange;
import io.grpc.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The staged service. A request's entry is in the request log before its answer goes out. */
final class StagedService {
  /** Bodies of requests are read up to here and thrown away. */
  private static final int MOST_BYTES = 1 << 20;

  /** Ids from here on sort after those of {@link SeededLog}. */
  private static final String ID_PREFIX = "ffff";

  private final Clock clock;
  private final Router router;
  private final RequestEntries entries;
  private final LogStore store;
  private final CallLog calls;
  private final FaultGate gate;
  private final FrontEnd front;
  private final Executor threads;
  private final AtomicInteger answers = new AtomicInteger();

  /** A request and what is known of it before it is answered. */
  private record Visit(
      HttpExchange exchange, String url, Reply reply, int requestSize, Instant arrived) {}

  /**
   * What a request gets.
   *
   * @param revision where it was led to; empty when the address leads nowhere
   * @param turned set when it does not come from the container
   */
  private record Reply(
      Optional<ScenarioRevision> revision, Scenario.Route route, Optional<Turned> turned) {}

  StagedService(
      Clock clock,
      Router router,
      RequestEntries entries,
      LogStore store,
      CallLog calls,
      FaultGate gate,
      FrontEnd front,
      Executor threads) {
    this.clock = clock;
    this.router = router;
    this.entries = entries;
    this.store = store;
    this.calls = calls;
    this.gate = gate;
    this.front = front;
    this.threads = threads;
  }

  /**
   * Answers a request, at once or after its route's delay; under a hang never.
   *
   * @param base the URL of the address that was asked, without a path
   * @param revision that the address leads to; empty when it leads nowhere
   */
  void answer(HttpExchange exchange, String base, Optional<ScenarioRevision> revision)
      throws IOException {
    Instant arrived = clock.instant();
    String method = exchange.getRequestMethod();
    calls.add(Api.HTTP, method, exchange.getRequestURI().toString());
    int size = exchange.getRequestBody().readNBytes(MOST_BYTES).length;
    Optional<Fault> fault = gate.next(Api.HTTP, FrontEnd.INVOKE);
    if (fault.isPresent() && fault.get().status().isEmpty()) {
      return;
    }
    String url = base + exchange.getRequestURI();
    later(new Visit(exchange, url, reply(exchange, revision, fault), size, arrived));
  }

  private Reply reply(
      HttpExchange exchange, Optional<ScenarioRevision> revision, Optional<Fault> fault) {
    String path = exchange.getRequestURI().getPath();
    Optional<Turned> turned =
        front
            .turnAway(exchange)
            .or(() -> fault.flatMap(denied -> FrontEnd.denied(denied, path)))
            .or(() -> revision.isEmpty() ? Optional.of(Turned.notFound()) : Optional.empty());
    Scenario.Route route =
        turned
            .map(Turned::answer)
            .or(() -> fault.map(StagedService::refusal))
            .orElseGet(
                () -> router.route(exchange.getRequestMethod(), path, revision.orElseThrow()));
    return new Reply(revision, route, turned);
  }

  private static Scenario.Route refusal(Fault fault) {
    Status.Code code = fault.status().orElseThrow();
    String usual = Refusal.usual(code, FrontEnd.INVOKE, "the service");
    return new Scenario.Route(
        "",
        "",
        HttpStatus.of(code),
        fault.message().orElse(usual),
        Map.of("Content-Type", "text/plain"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private void later(Visit visit) {
    Executor when =
        visit
            .reply()
            .route()
            .delay()
            .map(delay -> delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, threads))
            .orElse(Runnable::run);
    when.execute(() -> finish(visit));
  }

  private void finish(Visit visit) {
    try (HttpExchange exchange = visit.exchange()) {
      Scenario.Route route = visit.reply().route();
      byte[] body = route.body().getBytes(StandardCharsets.UTF_8);
      visit.reply().revision().ifPresent(revision -> record(visit, revision, body.length));
      route.headers().forEach(exchange.getResponseHeaders()::set);
      boolean bodiless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
      exchange.sendResponseHeaders(route.status(), bodiless ? -1 : body.length);
      if (!bodiless) {
        exchange.getResponseBody().write(body);
      }
    } catch (IOException e) {
      // The caller has hung up; the request log has the request, and nobody is left to be told.
    }
  }

  private void record(Visit visit, ScenarioRevision revision, int responseSize) {
    HttpExchange exchange = visit.exchange();
    Duration took = Duration.between(visit.arrived(), clock.instant());
    TraceContext trace = TraceContext.of(name -> header(exchange, name));
    String id = ID_PREFIX + HexFormat.of().toHexDigits(answers.getAndIncrement());
    LogEntry entry =
        entries.of(revision, request(visit, took, responseSize), trace, id, visit.arrived(), took);
    visit
        .reply()
        .turned()
        .map(turned -> turned.log().map(text -> RequestEntries.turned(entry, text)))
        .orElse(Optional.of(entry))
        .ifPresent(store::write);
  }

  private static HttpRequest request(Visit visit, Duration took, int responseSize) {
    HttpExchange exchange = visit.exchange();
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .setRequestMethod(exchange.getRequestMethod())
            .setRequestUrl(visit.url())
            .setRequestSize(visit.requestSize())
            .setStatus(visit.reply().route().status())
            .setResponseSize(responseSize)
            .setRemoteIp(exchange.getRemoteAddress().getAddress().getHostAddress())
            .setServerIp(exchange.getLocalAddress().getAddress().getHostAddress())
            .setLatency(Times.duration(took))
            .setProtocol(exchange.getProtocol());
    header(exchange, "User-Agent").ifPresent(request::setUserAgent);
    header(exchange, "Referer").ifPresent(request::setReferer);
    return request.build();
  }

  private static Optional<String> header(HttpExchange exchange, String name) {
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
  }
}
