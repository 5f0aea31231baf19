package dev.stageproof.probes.websocket;

import dev.stageproof.observe.WebSocketObservation.Ending;
import dev.stageproof.observe.WebSocketObservation.Handshake;
import dev.stageproof.observe.WebSocketObservation.How;
import dev.stageproof.observe.WebSocketObservation.Received;
import dev.stageproof.probes.reach.Unreached;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;

/**
 * One connection as OkHttp tells of it, on threads of its own. The monitor that it is made with
 * guards everything and is notified of everything.
 */
final class Line extends WebSocketListener {
  private static final int NORMAL = 1000;
  private static final long MOST_OF_A_REFUSAL = 2000;

  private final Object monitor;
  private final long started = System.nanoTime();
  private final Kept kept = new Kept();
  private long opened = started;
  private Optional<Handshake> handshake = Optional.empty();
  private Optional<Ending> ending = Optional.empty();
  private Optional<IOException> unreached = Optional.empty();
  private Duration open = Duration.ZERO;
  private boolean over;

  Line(Object monitor) {
    this.monitor = monitor;
  }

  @Override
  public void onOpen(WebSocket socket, Response response) {
    synchronized (monitor) {
      opened = System.nanoTime();
      handshake = Optional.of(answer(response, ""));
      monitor.notifyAll();
    }
  }

  @Override
  public void onMessage(WebSocket socket, String text) {
    synchronized (monitor) {
      kept.text(age(), text);
      monitor.notifyAll();
    }
  }

  @Override
  public void onMessage(WebSocket socket, ByteString bytes) {
    synchronized (monitor) {
      kept.binary(age(), bytes);
      monitor.notifyAll();
    }
  }

  /** The server closes; the answer to it lets OkHttp end the connection. */
  @Override
  public void onClosing(WebSocket socket, int code, String reason) {
    end(new Ending(How.CLOSED, code, reason));
    socket.close(NORMAL, null);
  }

  @Override
  public void onClosed(WebSocket socket, int code, String reason) {
    synchronized (monitor) {
      over = true;
      monitor.notifyAll();
    }
  }

  @Override
  public void onFailure(WebSocket socket, Throwable failure, Response response) {
    synchronized (monitor) {
      if (handshake.isEmpty() && response != null) {
        handshake = Optional.of(answer(response, refusal(response)));
        end(new Ending(How.REFUSED, 0, ""));
      } else if (handshake.isEmpty()) {
        unreached = Optional.of(io(failure));
      }
      end(new Ending(how(failure), 0, Unreached.detail(failure)));
      over = true;
      monitor.notifyAll();
    }
  }

  private static IOException io(Throwable failure) {
    return failure instanceof IOException io ? io : new IOException(failure);
  }

  /** With no read timeout set, OkHttp times out for want of a pong alone. */
  private static How how(Throwable failure) {
    return failure instanceof SocketTimeoutException ? How.NO_PONG : How.BROKEN;
  }

  private static String refusal(Response response) {
    try {
      return response.peekBody(MOST_OF_A_REFUSAL).string();
    } catch (IOException | IllegalStateException e) {
      return "(the answer can't be read: " + Unreached.detail(e) + ")";
    }
  }

  private Handshake answer(Response response, String refusal) {
    return new Handshake(
        response.code(),
        Optional.ofNullable(response.header("Sec-WebSocket-Protocol")),
        joined(response.headers()),
        refusal,
        Optional.ofNullable(response.header("WWW-Authenticate")),
        Duration.ofNanos(System.nanoTime() - started));
  }

  private static Map<String, String> joined(Headers headers) {
    Map<String, String> joined = new LinkedHashMap<>();
    for (int i = 0; i < headers.size(); i++) {
      joined.merge(
          headers.name(i).toLowerCase(Locale.ROOT), headers.value(i), (a, b) -> a + ", " + b);
    }
    return joined;
  }

  /** The first one counts. */
  private void end(Ending how) {
    synchronized (monitor) {
      if (ending.isEmpty()) {
        ending = Optional.of(how);
        open = handshake.filter(Handshake::accepted).isPresent() ? age() : Duration.ZERO;
        monitor.notifyAll();
      }
    }
  }

  /** Ends it from this side, if the other side has not. */
  void leave() {
    end(new Ending(How.LEFT, 0, ""));
  }

  /** The time since it was opened. */
  Duration age() {
    return Duration.ofNanos(System.nanoTime() - opened);
  }

  /** True once it is known whether it is open. */
  boolean answered() {
    return handshake.isPresent() || unreached.isPresent();
  }

  Optional<Handshake> handshake() {
    return handshake;
  }

  /** Why there was no answer at all. */
  Optional<IOException> unreached() {
    return unreached;
  }

  Optional<Ending> ending() {
    return ending;
  }

  List<Received> received() {
    return kept.messages();
  }

  int dropped() {
    return kept.dropped();
  }

  Duration open() {
    return open;
  }

  /** True once nothing more can come of it. */
  boolean over() {
    return over;
  }
}
