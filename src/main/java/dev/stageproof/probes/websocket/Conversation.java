package dev.stageproof.probes.websocket;

import dev.stageproof.observe.WebSocketObservation.Ending;
import dev.stageproof.observe.WebSocketObservation.How;
import dev.stageproof.observe.WebSocketObservation.Received;
import dev.stageproof.observe.WebSocketObservation.Sent;
import dev.stageproof.observe.WebSocketObservation.Session;
import dev.stageproof.observe.WebSocketRequest.Awaited;
import dev.stageproof.observe.WebSocketRequest.Connection;
import dev.stageproof.observe.WebSocketRequest.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/**
 * What is said over one connection. Used by one thread, which holds the monitor that it is made
 * with.
 */
final class Conversation {
  private static final int NORMAL = 1000;

  private final Connection wanted;
  private final Object monitor;
  private final Function<WebSocketListener, WebSocket> opener;
  private final boolean mayReconnect;
  private final List<Sent> sent = new ArrayList<>();
  private Line line;
  private WebSocket socket;
  private int seenWhenSent;
  private Optional<Ending> before = Optional.empty();

  /** Opens the connection; its answer comes later. */
  Conversation(
      Connection wanted,
      Object monitor,
      Function<WebSocketListener, WebSocket> opener,
      boolean mayReconnect) {
    this.wanted = wanted;
    this.monitor = monitor;
    this.opener = opener;
    this.mayReconnect = mayReconnect;
    this.line = new Line(monitor);
    this.socket = opener.apply(line);
  }

  Line line() {
    return line;
  }

  /** Sends what is due. */
  void advance() {
    reconnect();
    boolean usable = line.handshake().isPresent() && line.ending().isEmpty();
    while (usable && sent.size() < wanted.messages().size() && due()) {
      Message next = wanted.messages().get(sent.size());
      seenWhenSent = line.received().size();
      usable = socket.send(next.text());
      if (usable) {
        sent.add(new Sent(sent.size(), line.age()));
      }
    }
  }

  private boolean due() {
    Message next = wanted.messages().get(sent.size());
    Awaited before = new Awaited("", next.after(), 1);
    return next.after().isEmpty()
        || line.received().stream().skip(seenWhenSent).anyMatch(came -> before.metBy(came.text()));
  }

  /** From the beginning, once, after an end that came too early. */
  private void reconnect() {
    boolean lost = line.ending().filter(end -> end.how() != How.REFUSED).isPresent();
    if (mayReconnect && lost && before.isEmpty() && !satisfied()) {
      before = line.ending();
      socket.cancel();
      sent.clear();
      seenWhenSent = 0;
      line = new Line(monitor);
      socket = opener.apply(line);
    }
  }

  /** True once everything was sent and everything awaited has come. */
  boolean satisfied() {
    return line.handshake().isPresent()
        && sent.size() == wanted.messages().size()
        && wanted.awaited().stream().allMatch(this::came);
  }

  private boolean came(Awaited awaited) {
    return line.received().stream().map(Received::text).filter(awaited::metBy).count()
        >= awaited.times();
  }

  /** Closes the connection; the server's answer to that comes later. */
  void leave() {
    line.leave();
    if (!line.over()) {
      socket.close(NORMAL, null);
    }
  }

  /** Gives up whatever is left of it. */
  void cancel() {
    socket.cancel();
  }

  Session session() {
    return new Session(
        line.handshake().orElseThrow(),
        sent,
        line.received(),
        line.dropped(),
        line.ending().orElseThrow(),
        line.open(),
        before);
  }
}
