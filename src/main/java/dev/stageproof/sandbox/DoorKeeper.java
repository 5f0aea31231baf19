package dev.stageproof.sandbox;

import io.grpc.netty.shaded.io.netty.buffer.Unpooled;
import io.grpc.netty.shaded.io.netty.channel.ChannelFutureListener;
import io.grpc.netty.shaded.io.netty.channel.ChannelHandlerContext;
import io.grpc.netty.shaded.io.netty.channel.SimpleChannelInboundHandler;
import io.grpc.netty.shaded.io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.grpc.netty.shaded.io.netty.handler.codec.http.FullHttpRequest;
import io.grpc.netty.shaded.io.netty.handler.codec.http.HttpHeaderNames;
import io.grpc.netty.shaded.io.netty.handler.codec.http.HttpResponseStatus;
import io.grpc.netty.shaded.io.netty.handler.codec.http.HttpVersion;
import java.util.Optional;
import java.util.function.Consumer;

/** Lets requests in, one at a time; what is no request gets a 400. */
final class DoorKeeper extends SimpleChannelInboundHandler<FullHttpRequest> {
  private final String protocol;
  private final Consumer<Visitor> service;

  /**
   * @param protocol as the request log calls it
   */
  DoorKeeper(String protocol, Consumer<Visitor> service) {
    this.protocol = protocol;
    this.service = service;
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
    Optional<Visitor> visitor =
        request.decoderResult().isSuccess()
            ? Visitor.of(request, protocol, context.channel())
            : Optional.empty();
    visitor.ifPresentOrElse(service, () -> refuse(context));
  }

  private static void refuse(ChannelHandlerContext context) {
    DefaultFullHttpResponse refusal =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1, HttpResponseStatus.BAD_REQUEST, Unpooled.EMPTY_BUFFER);
    refusal.headers().set(HttpHeaderNames.CONTENT_LENGTH, 0);
    var unused = context.writeAndFlush(refusal).addListener(ChannelFutureListener.CLOSE);
  }
}
