package dev.stageproof.probes.grpchealth;

import dev.stageproof.observe.Origin;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioSocketChannel;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;

/**
 * Opens channels: TLS by the JDK for https, plaintext for http. All share one daemon thread, made
 * at the first one. Thread-safe.
 */
final class Channels implements AutoCloseable {

  /** An answer has a few bytes. */
  private static final int MOST_BYTES = 64 * 1024;

  private static final long CLOSE_MILLIS = 200;

  private final UnaryOperator<SslContextBuilder> trust;
  private Optional<NioEventLoopGroup> loop = Optional.empty();

  /**
   * @param trust what is changed of how servers are trusted
   */
  Channels(UnaryOperator<SslContextBuilder> trust) {
    this.trust = trust;
  }

  /** One that calls once and never tries again by itself. */
  ManagedChannel open(Origin server) {
    String host = server.host().replaceAll("[\\[\\]]", "");
    NettyChannelBuilder builder =
        NettyChannelBuilder.forAddress(host, server.port())
            .channelType(NioSocketChannel.class)
            .eventLoopGroup(loop())
            .userAgent("stageproof/" + version())
            .maxInboundMessageSize(MOST_BYTES)
            .disableServiceConfigLookUp()
            .disableRetry();
    return server.scheme().equals("https")
        ? secured(builder).build()
        : builder.usePlaintext().build();
  }

  private NettyChannelBuilder secured(NettyChannelBuilder builder) {
    try {
      SslContextBuilder tls =
          GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK);
      return builder.sslContext(trust.apply(tls).build());
    } catch (SSLException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  private synchronized NioEventLoopGroup loop() {
    if (loop.isEmpty()) {
      loop =
          Optional.of(
              new NioEventLoopGroup(1, new DefaultThreadFactory("stageproof-grpc-health", true)));
    }
    return loop.get();
  }

  private static String version() {
    return Optional.ofNullable(Channels.class.getPackage().getImplementationVersion())
        .orElse("dev");
  }

  @Override
  public synchronized void close() {
    loop.ifPresent(
        made -> {
          var unused = made.shutdownGracefully(0, CLOSE_MILLIS, TimeUnit.MILLISECONDS);
        });
  }
}
