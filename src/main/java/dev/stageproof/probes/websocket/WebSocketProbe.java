package dev.stageproof.probes.websocket;

import dev.stageproof.model.Gap;
import dev.stageproof.model.GapReason;
import dev.stageproof.observe.WebSocketObservation;
import dev.stageproof.observe.WebSocketRequest;
import dev.stageproof.observe.WebSocketRequest.Connection;
import dev.stageproof.probes.google.Proofs;
import dev.stageproof.spi.Probe;
import dev.stageproof.spi.ProbeContext;
import dev.stageproof.spi.UnobservedException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Opens WebSocket connections, sends and listens. */
public final class WebSocketProbe implements Probe<WebSocketRequest, WebSocketObservation> {

  /** Kept free of the deadline, so that what was seen is handed back before it passes. */
  private static final Duration MARGIN = Duration.ofMillis(100);

  private final Clients clients = new Clients();
  private final Proofs proofs = new Proofs();

  @Override
  public Class<WebSocketRequest> requestType() {
    return WebSocketRequest.class;
  }

  @Override
  public WebSocketObservation observe(WebSocketRequest request, ProbeContext context)
      throws UnobservedException, InterruptedException {
    HttpUrl url =
        Optional.ofNullable(HttpUrl.parse(request.url()))
            .orElseThrow(() -> new UnobservedException(noAddress(request.url())));
    Map<Connection, Request> handshakes = handshakes(request, url, context);
    OkHttpClient client = clients.pinging(request.ping());
    Meeting meeting =
        new Meeting(
            request,
            url,
            limit(context.remaining()),
            (wanted, listener) -> client.newWebSocket(handshakes.get(wanted), listener));
    return new WebSocketObservation(meeting.lead(), context.now());
  }

  private Map<Connection, Request> handshakes(
      WebSocketRequest request, HttpUrl url, ProbeContext context)
      throws UnobservedException, InterruptedException {
    Map<Connection, Request> handshakes = new HashMap<>();
    for (Connection wanted : request.connections()) {
      handshakes.put(wanted, handshake(wanted, url, own(request, wanted, context)));
    }
    return handshakes;
  }

  /** What goes along without being configured. */
  private Map<String, String> own(WebSocketRequest request, Connection wanted, ProbeContext context)
      throws UnobservedException, InterruptedException {
    Map<String, String> own = new HashMap<>();
    request
        .trace()
        .map(trace -> trace.attempt(context.attempt()))
        .ifPresent(trace -> own.put("traceparent", trace.traceParent()));
    own.putAll(proofs.header(request.access(), request.url(), wanted.headers().keySet(), context));
    return own;
  }

  private static Request handshake(Connection wanted, HttpUrl url, Map<String, String> own) {
    Request.Builder builder = new Request.Builder().url(url);
    builder.header("User-Agent", "stageproof/" + version());
    wanted.headers().forEach(builder::header);
    own.forEach(builder::header);
    if (!wanted.subprotocols().isEmpty()) {
      builder.header("Sec-WebSocket-Protocol", String.join(", ", wanted.subprotocols()));
    }
    return builder.build();
  }

  private static String version() {
    return Optional.ofNullable(WebSocketProbe.class.getPackage().getImplementationVersion())
        .orElse("dev");
  }

  private static Duration limit(Duration remaining) {
    Duration tenth = remaining.dividedBy(10);
    return remaining.minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN);
  }

  @Override
  public void close() {
    clients.close();
  }

  private static Gap noAddress(String text) {
    return Gap.of(
        GapReason.UNKNOWN_TARGET,
        "`" + text + "` is not an address for WebSocket connections",
        "Correct the address.");
  }
}
