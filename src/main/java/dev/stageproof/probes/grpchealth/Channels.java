package dev.stageproof.probes.grpchealth;

import dev.stageproof.observe.Origin;
import io.grpc.ManagedChannel;
import io.grpc.netty.shaded.io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslContextBuilder;
import io.grpc.netty.shaded.io.netty.handler.ssl.SslProvider;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;

/** Opens channels: TLS by the JDK for https, plaintext for http. */
final class Channels {

  /** An answer has a few bytes. */
  private static final int MOST_BYTES = 64 * 1024;

  private Channels() {}

  /** One that calls once and never tries again by itself. */
  static ManagedChannel open(Origin server, UnaryOperator<SslContextBuilder> trust) {
    String host = server.host().replaceAll("[\\[\\]]", "");
    NettyChannelBuilder builder =
        NettyChannelBuilder.forAddress(host, server.port())
            .userAgent("stageproof/" + version())
            .maxInboundMessageSize(MOST_BYTES)
            .disableServiceConfigLookUp()
            .disableRetry();
    if (!server.scheme().equals("https")) {
      return builder.usePlaintext().build();
    }
    try {
      SslContextBuilder tls =
          GrpcSslContexts.configure(SslContextBuilder.forClient(), SslProvider.JDK);
      return builder.sslContext(trust.apply(tls).build()).build();
    } catch (SSLException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  private static String version() {
    return Optional.ofNullable(Channels.class.getPackage().getImplementationVersion())
        .orElse("dev");
  }
}
