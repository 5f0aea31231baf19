package dev.stageproof.sandbox;

import com.google.logging.type.HttpRequest;
import com.google.logging.v2.LogEntry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes the requests that came in to the request log. Safe for use by many threads. */
final class RequestLog {
  /** Ids from here on sort after those of {@link SeededLog}. */
  private static final String ID_PREFIX = "ffff";

  private final Clock clock;
  private final RequestEntries entries;
  private final LogStore store;
  private final AtomicInteger answers = new AtomicInteger();

  /**
   * A request.
   *
   * @param url as it was asked
   * @param revision where it was led to
   * @param arrived when it came in
   */
  record Visit(Visitor visitor, String url, ScenarioRevision revision, Instant arrived) {}

  RequestLog(Clock clock, RequestEntries entries, LogStore store) {
    this.clock = clock;
    this.entries = entries;
    this.store = store;
  }

  /** Writes a request that the container has answered, just now. */
  void write(Visit visit, int status, int responseSize) {
    store.write(entry(visit, status, responseSize));
  }

  /** Writes a request that was turned away, if such ones are logged. */
  void write(Visit visit, Turned turned, int responseSize) {
    turned
        .log()
        .map(text -> RequestEntries.turned(entry(visit, turned.status(), responseSize), text))
        .ifPresent(store::write);
  }

  private LogEntry entry(Visit visit, int status, int responseSize) {
    Duration took = Duration.between(visit.arrived(), clock.instant());
    TraceContext trace = TraceContext.of(visit.visitor()::header);
    String id = ID_PREFIX + HexFormat.of().toHexDigits(answers.getAndIncrement());
    HttpRequest request = request(visit, status, took, responseSize);
    return entries.of(visit.revision(), request, trace, id, visit.arrived(), took);
  }

  private static HttpRequest request(Visit visit, int status, Duration took, int responseSize) {
    Visitor visitor = visit.visitor();
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .setRequestMethod(visitor.method())
            .setRequestUrl(visit.url())
            .setRequestSize(visitor.body().size())
            .setStatus(status)
            .setResponseSize(responseSize)
            .setRemoteIp(visitor.remote())
            .setServerIp(visitor.local())
            .setLatency(Times.duration(took))
            .setProtocol(visitor.protocol());
    visitor.header("User-Agent").ifPresent(request::setUserAgent);
    visitor.header("Referer").ifPresent(request::setReferer);
    return request.build();
  }

  /** The requests that were led to this revision. */
  Optional<Visit> visit(
      Visitor visitor, String base, Optional<ScenarioRevision> revision, Instant arrived) {
    return revision.map(led -> new Visit(visitor, base + visitor.target(), led, arrived));
  }
}
