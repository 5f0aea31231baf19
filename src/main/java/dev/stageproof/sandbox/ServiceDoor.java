package dev.stageproof.sandbox;

import io.grpc.netty.shaded.io.netty.bootstrap.ServerBootstrap;
import io.grpc.netty.shaded.io.netty.channel.Channel;
import io.grpc.netty.shaded.io.netty.channel.ChannelFuture;
import io.grpc.netty.shaded.io.netty.channel.ChannelInitializer;
import io.grpc.netty.shaded.io.netty.channel.EventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.group.ChannelGroup;
import io.grpc.netty.shaded.io.netty.channel.group.DefaultChannelGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * An address of the staged service, where HTTP/1.1 with WebSocket and HTTP/2 without TLS are
 * spoken, as Cloud Run does at one address.
 */
final class ServiceDoor implements AutoCloseable {
  private final CompletableFuture<Consumer<Visitor>> inside = new CompletableFuture<>();
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Channel listening;

  private ServiceDoor(InetSocketAddress address, EventLoopGroup loop) throws IOException {
    ChannelFuture bound =
        new ServerBootstrap()
            .group(loop)
            .channel(NioServerSocketChannel.class)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    connections.add(channel);
                    channel.pipeline().addLast(new Prelude(ServiceDoor.this::enter));
                  }
                })
            .bind(address)
            .awaitUninterruptibly();
    if (!bound.isSuccess()) {
      throw new IOException(bound.cause().getMessage(), bound.cause());
    }
    listening = bound.channel();
  }

  /**
   * Takes the address; requests wait until {@link #open}.
   *
   * @throws IOException when the address can't be had
   */
  static ServiceDoor at(InetSocketAddress address, EventLoopGroup loop) throws IOException {
    return new ServiceDoor(address, loop);
  }

  String url() {
    return Sandbox.url(((InetSocketAddress) listening.localAddress()).getPort());
  }

  /** Every visit goes on on its connection's thread. */
  private void enter(Visitor visitor) {
    if (inside.isDone()) {
      inside.join().accept(visitor);
    } else {
      var unused =
          inside.thenAcceptAsync(service -> service.accept(visitor), visitor.channel().eventLoop());
    }
  }

  /** Starts to answer. */
  void open(Consumer<Visitor> service) {
    inside.complete(service);
  }

  @Override
  public void close() {
    var unusedListening = listening.close().awaitUninterruptibly();
    var unusedOthers = connections.close();
  }
}
