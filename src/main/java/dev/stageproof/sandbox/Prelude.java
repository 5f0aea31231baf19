package dev.stageproof.sandbox;

import io.grpc.netty.shaded.io.netty.buffer.ByteBuf;
import io.grpc.netty.shaded.io.netty.channel.Channel;
import io.grpc.netty.shaded.io.netty.channel.ChannelHandlerContext;
import io.grpc.netty.shaded.io.netty.channel.ChannelInitializer;
import io.grpc.netty.shaded.io.netty.channel.ChannelPipeline;
import io.grpc.netty.shaded.io.netty.handler.codec.ByteToMessageDecoder;
import io.grpc.netty.shaded.io.netty.handler.codec.http.HttpObjectAggregator;
import io.grpc.netty.shaded.io.netty.handler.codec.http.HttpServerCodec;
import io.grpc.netty.shaded.io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.grpc.netty.shaded.io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.grpc.netty.shaded.io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.grpc.netty.shaded.io.netty.handler.codec.http2.Http2StreamFrameToHttpObjectCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells by the first bytes of a connection which HTTP is spoken.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9113#section-3.3">RFC 9113, HTTP/2 with prior
 *     knowledge</a>
 */
final class Prelude extends ByteToMessageDecoder {
  private static final byte[] HTTP_2 = "PRI * HTTP/2.0".getBytes(StandardCharsets.US_ASCII);

  /** Longer bodies of requests are refused with 413. */
  private static final int MOST_BYTES = 1 << 20;

  private final Consumer<Visitor> service;

  Prelude(Consumer<Visitor> service) {
    this.service = service;
  }

  @Override
  protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
    int come = Math.min(in.readableBytes(), HTTP_2.length);
    for (int i = 0; i < come; i++) {
      if (in.getByte(in.readerIndex() + i) != HTTP_2[i]) {
        one(context.pipeline());
        return;
      }
    }
    if (come == HTTP_2.length) {
      two(context.pipeline());
    }
  }

  /** The other side has hung up before it said which. */
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var unused = context.close();
  }

  private void one(ChannelPipeline pipeline) {
    pipeline.addLast(
        new HttpServerCodec(),
        new HttpServerKeepAliveHandler(),
        new HttpObjectAggregator(MOST_BYTES),
        new DoorKeeper("HTTP/1.1", service),
        new Hangup());
    pipeline.remove(this);
  }

  private void two(ChannelPipeline pipeline) {
    pipeline.addLast(
        Http2FrameCodecBuilder.forServer().build(),
        new Http2MultiplexHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel stream) {
                stream
                    .pipeline()
                    .addLast(
                        new Http2StreamFrameToHttpObjectCodec(true),
                        new HttpObjectAggregator(MOST_BYTES),
                        new DoorKeeper("HTTP/2", service),
                        new Hangup());
              }
            }),
        new Hangup());
    pipeline.remove(this);
  }
}
