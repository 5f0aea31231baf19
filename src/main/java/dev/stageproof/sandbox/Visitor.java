package dev.stageproof.sandbox;

import com.google.protobuf.ByteString;
import io.grpc.netty.shaded.io.netty.buffer.Unpooled;
import io.grpc.netty.shaded.io.netty.channel.Channel;
import io.grpc.netty.shaded.io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.grpc.netty.shaded.io.netty.handler.codec.http.DefaultHttpHeaders;
import io.grpc.netty.shaded.io.netty.handler.codec.http.FullHttpRequest;
import io.grpc.netty.shaded.io.netty.handler.codec.http.HttpHeaderNames;
import io.grpc.netty.shaded.io.netty.handler.codec.http.HttpHeaders;
import io.grpc.netty.shaded.io.netty.handler.codec.http.HttpResponseStatus;
import io.grpc.netty.shaded.io.netty.handler.codec.http.HttpVersion;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A request to the staged service, and the way back to who sent it.
 *
 * @param target path and query, as they were sent
 * @param path decoded, without query
 * @param protocol "HTTP/1.1", "HTTP/2"
 */
record Visitor(
    String method,
    String target,
    String path,
    String protocol,
    HttpHeaders headers,
    ByteString body,
    Channel channel) {
  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  /** A request that has come in; empty when its target is no URI. */
  static Optional<Visitor> of(FullHttpRequest request, String protocol, Channel channel) {
    ByteString body = ByteString.copyFrom(request.content().nioBuffer());
    try {
      URI uri = new URI(request.uri());
      return Optional.of(
          new Visitor(
              request.method().name(),
              request.uri(),
              Optional.ofNullable(uri.getPath()).orElse(""),
              protocol,
              request.headers().copy(),
              body,
              channel));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** The address of the other side. */
  String remote() {
    return host(channel.remoteAddress());
  }

  /** The address of this side. */
  String local() {
    return host(channel.localAddress());
  }

  private static String host(SocketAddress address) {
    return ((InetSocketAddress) address).getAddress().getHostAddress();
  }

  /** Answers; does nothing when the other side has hung up. */
  void answer(Reply reply, Instant now) {
    boolean bodiless = method.equals("HEAD");
    HttpHeaders sent = new DefaultHttpHeaders();
    reply.headers().forEach(sent::set);
    sent.set(HttpHeaderNames.DATE, date(now));
    if (reply.status() != NO_CONTENT && reply.status() != NOT_MODIFIED && !reply.framed()) {
      sent.set(HttpHeaderNames.CONTENT_LENGTH, reply.body().size());
    }
    HttpHeaders trailers = new DefaultHttpHeaders();
    reply.trailers().forEach(trailers::set);
    var unused =
        channel.writeAndFlush(
            new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(reply.status()),
                Unpooled.wrappedBuffer(
                    (bodiless ? ByteString.EMPTY : reply.body()).asReadOnlyByteBuffer()),
                sent,
                trailers));
  }

  private static String date(Instant now) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
  }
}
