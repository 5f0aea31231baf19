package dev.stageproof.probes.http;

import dev.stageproof.observe.HttpObservation.Phases;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.Headers;
import okhttp3.Protocol;
import okhttp3.Request;

/**
 * Follows one exchange, redirects included: where the time goes, and what the server really said.
 * OkHttp races connections to several addresses on threads of its own, so every method is
 * synchronized.
 */
final class Trace extends EventListener {

  /** The answer's head as it came over the network. */
  record Head(int status, Headers headers) {}

  private final Map<Phase, Long> begun = new EnumMap<>(Phase.class);
  private final Map<Phase, Duration> spent = new EnumMap<>(Phase.class);
  private Phase phase = Phase.NAME;
  private Optional<Head> head = Optional.empty();

  /** The trace that the request carries. */
  static Trace of(Request request) {
    Trace trace = request.tag(Trace.class);
    if (trace == null) {
      throw new IllegalStateException("a request without a trace");
    }
    return trace;
  }

  /** What the exchange is doing now. */
  synchronized Phase phase() {
    return phase;
  }

  /** True once the head of an answer has come. */
  synchronized boolean answered() {
    return head.isPresent();
  }

  synchronized void answered(int status, Headers headers) {
    head = Optional.of(new Head(status, headers));
  }

  /** The head of the last answer. */
  synchronized Head head() {
    return head.orElseThrow(() -> new IllegalStateException("no answer has come"));
  }

  /** Where the time went so far. */
  synchronized Phases phases(Duration total) {
    return new Phases(
        spent(Phase.NAME), spent(Phase.CONNECT), spent(Phase.TLS), spent(Phase.FIRST_BYTE), total);
  }

  private Duration spent(Phase one) {
    return spent.getOrDefault(one, Duration.ZERO);
  }

  private void begin(Phase next) {
    phase = next;
    begun.putIfAbsent(next, System.nanoTime());
  }

  /** Does nothing when the phase is over already: the loser of a race ends after the winner. */
  private void end(Phase done) {
    Long since = begun.remove(done);
    if (since != null) {
      spent.merge(done, Duration.ofNanos(System.nanoTime() - since), Duration::plus);
    }
  }

  @Override
  public synchronized void dnsStart(Call call, String name) {
    begin(Phase.NAME);
  }

  @Override
  public synchronized void dnsEnd(Call call, String name, List<InetAddress> addresses) {
    end(Phase.NAME);
  }

  @Override
  public synchronized void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
    begin(Phase.CONNECT);
  }

  @Override
  public synchronized void secureConnectStart(Call call) {
    end(Phase.CONNECT);
    begin(Phase.TLS);
  }

  @Override
  public synchronized void secureConnectEnd(Call call, Handshake handshake) {
    end(Phase.TLS);
  }

  @Override
  public synchronized void connectEnd(
      Call call, InetSocketAddress address, Proxy proxy, Protocol protocol) {
    end(Phase.CONNECT);
  }

  @Override
  public synchronized void requestHeadersStart(Call call) {
    head = Optional.empty();
    begin(Phase.SEND);
  }

  @Override
  public synchronized void requestHeadersEnd(Call call, Request request) {
    sent();
  }

  @Override
  public synchronized void requestBodyStart(Call call) {
    phase = Phase.SEND;
  }

  @Override
  public synchronized void requestBodyEnd(Call call, long byteCount) {
    sent();
  }

  private void sent() {
    end(Phase.SEND);
    begun.remove(Phase.FIRST_BYTE);
    spent.remove(Phase.FIRST_BYTE);
    begin(Phase.FIRST_BYTE);
  }

  @Override
  public synchronized void responseHeadersStart(Call call) {
    end(Phase.FIRST_BYTE);
    begin(Phase.BODY);
  }
}
