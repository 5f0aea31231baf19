package dev.stageproof.sandbox;

import io.grpc.netty.shaded.io.netty.buffer.Unpooled;
import io.grpc.netty.shaded.io.netty.channel.ChannelPipeline;
import io.grpc.netty.shaded.io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.grpc.netty.shaded.io.netty.handler.codec.http.EmptyHttpHeaders;
import io.grpc.netty.shaded.io.netty.handler.codec.http.FullHttpRequest;
import io.grpc.netty.shaded.io.netty.handler.codec.http.HttpMethod;
import io.grpc.netty.shaded.io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.grpc.netty.shaded.io.netty.handler.codec.http.HttpVersion;
import io.grpc.netty.shaded.io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.grpc.netty.shaded.io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.grpc.netty.shaded.io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.grpc.netty.shaded.io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.grpc.netty.shaded.io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.grpc.netty.shaded.io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The WebSocket connections of the staged service; framing is Netty's.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6455">RFC 6455, the WebSocket protocol</a>
 */
final class Sockets {

  /** Longer frames and messages close the connection with 1009. */
  static final int MOST_BYTES = 64 * 1024;

  private static final int BAD_REQUEST = 400;
  private static final int UPGRADE_REQUIRED = 426;

  private final RequestLog log;
  private final Set<SocketTalk> open = ConcurrentHashMap.newKeySet();

  Sockets(RequestLog log) {
    this.log = log;
  }

  /** Opens a connection; the answer to a handshake that is refused. */
  Optional<Reply> open(RequestLog.Visit visit, ScenarioSocket socket) {
    if (socket.refuse().isPresent()) {
      return Optional.of(Reply.text(socket.refuse().get(), "this connection is refused"));
    }
    FullHttpRequest request = request(visit.visitor());
    Optional<WebSocketServerHandshaker> handshaker =
        Optional.ofNullable(factory(socket).newHandshaker(request));
    if (handshaker.isEmpty()) {
      return Optional.of(Reply.text(UPGRADE_REQUIRED, "only version 13 of the protocol is spoken"));
    }
    try {
      shake(visit, socket, request, handshaker.get());
      return Optional.empty();
    } catch (WebSocketHandshakeException e) {
      return Optional.of(Reply.text(BAD_REQUEST, e.getMessage()));
    }
  }

  private static FullHttpRequest request(Visitor visitor) {
    return new DefaultFullHttpRequest(
        HttpVersion.HTTP_1_1,
        HttpMethod.GET,
        visitor.target(),
        Unpooled.EMPTY_BUFFER,
        visitor.headers(),
        EmptyHttpHeaders.INSTANCE);
  }

  private static WebSocketServerHandshakerFactory factory(ScenarioSocket socket) {
    String spoken =
        socket.subprotocols().isEmpty() ? null : String.join(",", socket.subprotocols());
    WebSocketDecoderConfig bounds =
        WebSocketDecoderConfig.newBuilder().maxFramePayloadLength(MOST_BYTES).build();
    return new WebSocketServerHandshakerFactory(socket.path(), spoken, bounds);
  }

  /** On the connection's own thread, so that no frame comes in between. */
  private void shake(
      RequestLog.Visit visit,
      ScenarioSocket socket,
      FullHttpRequest request,
      WebSocketServerHandshaker handshaker) {
    ChannelPipeline pipeline = visit.visitor().channel().pipeline();
    var unused = handshaker.handshake(visit.visitor().channel(), request);
    pipeline.remove(HttpServerKeepAliveHandler.class);
    pipeline.remove(DoorKeeper.class);
    pipeline.remove(Hangup.class);
    pipeline.addLast(
        new Utf8FrameValidator(),
        new WebSocketFrameAggregator(MOST_BYTES),
        new SocketTalk(socket, visit, log, open));
  }
}
