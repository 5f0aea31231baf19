package dev.stageproof.sandbox;

import io.grpc.netty.shaded.io.netty.channel.ChannelFutureListener;
import io.grpc.netty.shaded.io.netty.channel.ChannelHandlerContext;
import io.grpc.netty.shaded.io.netty.channel.SimpleChannelInboundHandler;
import io.grpc.netty.shaded.io.netty.handler.codec.TooLongFrameException;
import io.grpc.netty.shaded.io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.grpc.netty.shaded.io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.grpc.netty.shaded.io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.grpc.netty.shaded.io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.grpc.netty.shaded.io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.grpc.netty.shaded.io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One open connection. Its entry is in the request log once the connection has ended. All of them
 * are used by the one thread of the service's addresses.
 */
final class SocketTalk extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final int SWITCHED = 101;

  /** How long a caller has for the answer to a close. */
  private static final Duration GOODBYE = Duration.ofSeconds(1);

  private final ScenarioSocket socket;
  private final RequestLog.Visit visit;
  private final RequestLog log;
  private final Set<SocketTalk> open;
  private final String user;
  private boolean closing;
  private boolean logged;
  private ChannelHandlerContext way;

  /**
   * @param open all connections of the service; this one joins them
   */
  SocketTalk(ScenarioSocket socket, RequestLog.Visit visit, RequestLog log, Set<SocketTalk> open) {
    this.socket = socket;
    this.visit = visit;
    this.log = log;
    this.open = open;
    this.user = socket.userHeader().flatMap(visit.visitor()::header).orElse("anonymous");
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    way = context;
    open.add(this);
    SocketMessage nothing = SocketMessage.parse("", user);
    Duration after = Duration.ZERO;
    for (ScenarioSocket.Said said : socket.opening()) {
      after = after.plus(said.after().orElse(Duration.ZERO));
      String text = nothing.fill(said.text());
      later(after, () -> say(text));
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    if (frame instanceof PingWebSocketFrame) {
      var unused = context.writeAndFlush(new PongWebSocketFrame(frame.content().retain()));
    } else if (frame instanceof CloseWebSocketFrame close) {
      answerClose(close);
    } else if (frame instanceof TextWebSocketFrame text) {
      hear(SocketMessage.parse(text.text(), user));
    } else if (!(frame instanceof PongWebSocketFrame)) {
      close(WebSocketCloseStatus.INVALID_MESSAGE_TYPE.code(), "only text is spoken here");
    }
  }

  private void hear(SocketMessage message) {
    socket.replies().stream()
        .filter(answer -> answer.type().map(message.type()::equals).orElse(true))
        .findFirst()
        .ifPresent(answer -> say(answer, message));
  }

  private void say(ScenarioSocket.Answer answer, SocketMessage message) {
    Duration after = Duration.ZERO;
    for (ScenarioSocket.Said said : answer.say()) {
      after = after.plus(said.after().orElse(Duration.ZERO));
      String text = message.fill(said.text());
      later(after, () -> audience(answer).forEach(each -> each.say(text)));
    }
    Duration last = after;
    answer
        .close()
        .ifPresent(close -> later(last, () -> close(close.code(), close.reason().orElse(""))));
  }

  private List<SocketTalk> audience(ScenarioSocket.Answer answer) {
    return switch (answer.to().orElse(ScenarioSocket.Audience.SENDER)) {
      case SENDER -> List.of(this);
      case USER -> open.stream().filter(each -> here(each) && each.user.equals(user)).toList();
      case EVERYONE -> open.stream().filter(this::here).toList();
    };
  }

  private boolean here(SocketTalk other) {
    return other.socket.path().equals(socket.path());
  }

  private void later(Duration after, Runnable work) {
    if (after.isZero()) {
      work.run();
    } else {
      var unused = way.executor().schedule(work, after.toNanos(), TimeUnit.NANOSECONDS);
    }
  }

  private void say(String text) {
    if (!closing) {
      var unused = way.writeAndFlush(new TextWebSocketFrame(text));
    }
  }

  /** Ends the connection from this side; the other side's answer to that, or time, closes it. */
  private void close(int code, String reason) {
    if (!closing) {
      closing = true;
      var unused = way.writeAndFlush(new CloseWebSocketFrame(code, reason));
      later(GOODBYE, this::end);
    }
  }

  private void end() {
    var unused = way.close();
  }

  /** The other side ends the connection, or answers our close. */
  private void answerClose(CloseWebSocketFrame close) {
    leave();
    if (closing) {
      end();
    } else {
      closing = true;
      var unused = way.writeAndFlush(close.retain()).addListener(ChannelFutureListener.CLOSE);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    leave();
  }

  private void leave() {
    open.remove(this);
    if (!logged) {
      logged = true;
      log.write(visit, SWITCHED, 0);
    }
  }

  /** A message in parts that is too long as a whole; what else can't be read is closed by Netty. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof TooLongFrameException) {
      close(WebSocketCloseStatus.MESSAGE_TOO_BIG.code(), "at most " + Sockets.MOST_BYTES);
    }
  }
}
