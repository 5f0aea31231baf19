package dev.stageproof.observe;

import dev.stageproof.spi.Diagnosis;
import dev.stageproof.spi.Request;
import dev.stageproof.spi.Shell;
import dev.stageproof.spi.Usage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Opens WebSocket connections side by side, sends messages and listens. No connection sends before
 * all are open.
 *
 * @param url absolute, http or https, which stand for ws and wss
 * @param access how each connection proves who opens it
 * @param connections at least one
 * @param listening how long to listen
 * @param ping how often the server is pinged; never when empty
 * @param reconnect whether a connection that ends before everything was seen is opened once more
 * @param trace what the entries of its handshakes in the request log are found by; empty when
 *     nobody looks for them. Cloud Run writes such an entry when the connection has ended
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455">RFC 6455, the WebSocket protocol</a>
 */
public record WebSocketRequest(
    String url,
    Access access,
    List<Connection> connections,
    Listening listening,
    Optional<Duration> ping,
    boolean reconnect,
    Optional<TraceId> trace)
    implements Request<WebSocketObservation>, LoggedRequest<WebSocketRequest> {

  /** The key of RFC 6455, section 1.3; any will do. */
  private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;

  public WebSocketRequest {
    connections = List.copyOf(connections);
    if (connections.isEmpty()) {
      throw new IllegalArgumentException("without a connection there is nothing to see");
    }
  }

  /** Connections that nobody looks for in a log. */
  public WebSocketRequest(
      String url,
      Access access,
      List<Connection> connections,
      Listening listening,
      Optional<Duration> ping,
      boolean reconnect) {
    this(url, access, connections, listening, ping, reconnect, Optional.empty());
  }

  @Override
  public WebSocketRequest traced(TraceId id) {
    return new WebSocketRequest(
        url, access, connections, listening, ping, reconnect, Optional.of(id));
  }

  /** One for each connection; a reconnect adds one. */
  @Override
  public int entries() {
    return connections.size();
  }

  /** By the number of messages, not by their text. */
  @Override
  public List<String> named() {
    List<String> words = new ArrayList<>(List.of("WebSocket", LoggedRequest.bare(url)));
    words.add(listening + " " + ping + " " + reconnect);
    for (Connection connection : connections) {
      words.add(connection.name() + " " + connection.messages().size());
      words.addAll(connection.headers().keySet());
      words.addAll(connection.subprotocols());
    }
    return words;
  }

  /**
   * One connection.
   *
   * @param name tells it from the others; empty when it is the only one
   * @param headers in the order in which they are sent
   * @param subprotocols offered, the preferred one first
   * @param messages sent in this order
   * @param awaited what ends the listening early once all of it has come
   */
  public record Connection(
      String name,
      Map<String, String> headers,
      List<String> subprotocols,
      List<Message> messages,
      List<Awaited> awaited) {
    public Connection {
      subprotocols = List.copyOf(subprotocols);
      messages = List.copyOf(messages);
      awaited = List.copyOf(awaited);
    }
  }

  /**
   * A text message to send.
   *
   * @param after sent only once a message has come for which all of this holds, since the one
   *     before it was sent; at once when empty
   */
  public record Message(String text, List<JsonCondition> after) {
    public Message {
      after = List.copyOf(after);
    }
  }

  /**
   * Messages that are waited for.
   *
   * @param containing what such a message contains
   * @param json what holds for such a message
   * @param times how many of them
   */
  public record Awaited(String containing, List<JsonCondition> json, int times) {
    public Awaited {
      json = List.copyOf(json);
    }

    /** True for such a message. */
    public boolean metBy(String text) {
      return text.contains(containing) && json.stream().allMatch(each -> each.holdsIn(text));
    }
  }

  /**
   * How long to listen.
   *
   * @param atMost from the moment at which all connections are open
   * @param further once everything awaited has come and everything was sent
   * @param untilClosed whether the server's close is awaited too
   */
  public record Listening(Duration atMost, Duration further, boolean untilClosed) {}

  @Override
  public String kind() {
    return "websocket";
  }

  @Override
  public String subject() {
    String times = connections.size() == 1 ? "" : ", " + connections.size() + " connections";
    return "WebSocket " + url.replaceFirst("^http", "ws") + times;
  }

  @Override
  public Class<WebSocketObservation> observationType() {
    return WebSocketObservation.class;
  }

  /** The handshakes; no tool that is everywhere sends messages. */
  @Override
  public List<String> reproduce() {
    return connections.stream().map(this::curl).distinct().toList();
  }

  private String curl(Connection connection) {
    List<String> words = new ArrayList<>(List.of("curl", "-sS", "--include", "--no-buffer"));
    words.addAll(List.of("--http1.1", "--max-time", "5"));
    words.addAll(List.of("-H", "Connection: Upgrade", "-H", "Upgrade: websocket"));
    words.addAll(List.of("-H", "Sec-WebSocket-Version: 13", "-H", "Sec-WebSocket-Key: " + KEY));
    if (!connection.subprotocols().isEmpty()) {
      String offered = String.join(", ", connection.subprotocols());
      words.addAll(List.of("-H", "Sec-WebSocket-Protocol: " + offered));
    }
    connection.headers().forEach((name, value) -> words.addAll(List.of("-H", name + ": " + value)));
    String proof = access.curl(connection.headers().keySet()).map(" "::concat).orElse("");
    return Shell.command(words) + proof + " " + Shell.word(url);
  }

  @Override
  public String whom() {
    return url.replaceFirst("^(https?://[^/?#]*).*", "$1");
  }

  @Override
  public Optional<Usage> usage() {
    return Optional.of(new Usage(connections.size(), "requests"));
  }

  /** The connections alone: a message may change something. */
  @Override
  public List<Request<?>> trials() {
    List<Connection> silent =
        connections.stream()
            .map(
                each ->
                    new Connection(
                        each.name(), each.headers(), each.subprotocols(), List.of(), List.of()))
            .toList();
    Listening none = new Listening(Duration.ZERO, Duration.ZERO, false);
    return List.of(new WebSocketRequest(url, access, silent, none, Optional.empty(), false));
  }

  @Override
  public List<Diagnosis> diagnose(WebSocketObservation seen) {
    return seen.sessions().stream()
        .map(session -> session.handshake().status())
        .distinct()
        .map(WebSocketRequest::diagnosis)
        .toList();
  }

  private static Diagnosis diagnosis(int status) {
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      return Diagnosis.warning(
          "the handshake was refused with " + status,
          "send what the service asks for with `headers` or `auth`");
    }
    return status == WebSocketObservation.Handshake.SWITCHED
        ? Diagnosis.ok("opens WebSocket connections")
        : Diagnosis.warning("the handshake was refused with " + status, "check the path");
  }
}
