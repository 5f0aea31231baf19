package dev.stageproof.sandbox;

import com.google.protobuf.Message;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerSocketChannel;
import io.grpc.netty.shaded.io.netty.util.concurrent.DefaultThreadFactory;
import io.grpc.stub.ServerCalls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Both Google APIs on one port of the loopback interface, over plaintext gRPC. */
final class GrpcServer implements AutoCloseable {
  private static final long CLOSE_MILLIS = 200;

  private final NioEventLoopGroup loop;
  private final Server server;

  private GrpcServer(NioEventLoopGroup loop, Server server) {
    this.loop = loop;
    this.server = server;
  }

  /**
   * Starts to serve. Calls are answered on one daemon thread; none of them waits.
   *
   * @throws IOException when the address can't be had
   */
  static GrpcServer start(
      InetSocketAddress address, List<Rpc<?, ?>> rpcs, CallLog calls, FaultGate gate)
      throws IOException {
    NioEventLoopGroup loop =
        new NioEventLoopGroup(1, new DefaultThreadFactory("sandbox-grpc", true));
    NettyServerBuilder builder =
        NettyServerBuilder.forAddress(address)
            .channelType(NioServerSocketChannel.class)
            .bossEventLoopGroup(loop)
            .workerEventLoopGroup(loop)
            .directExecutor();
    rpcs.stream()
        .collect(Collectors.groupingBy(Rpc::service))
        .forEach((service, methods) -> builder.addService(define(service, methods, calls, gate)));
    try {
      return new GrpcServer(loop, builder.build().start());
    } catch (IOException e) {
      end(loop);
      throw e;
    }
  }

  int port() {
    return server.getPort();
  }

  private static ServerServiceDefinition define(
      String service, List<Rpc<?, ?>> methods, CallLog calls, FaultGate gate) {
    ServerServiceDefinition.Builder definition = ServerServiceDefinition.builder(service);
    methods.forEach(rpc -> add(definition, rpc, calls, gate));
    return definition.build();
  }

  private static <Q extends Message, R extends Message> void add(
      ServerServiceDefinition.Builder definition, Rpc<Q, R> rpc, CallLog calls, FaultGate gate) {
    definition.addMethod(
        rpc.descriptor(),
        ServerCalls.asyncUnaryCall((question, caller) -> rpc.serve(question, caller, calls, gate)));
  }

  /** Cuts open calls off; ports and threads are free when this returns. */
  @Override
  public void close() {
    server.shutdownNow();
    try {
      server.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end(loop);
  }

  private static void end(NioEventLoopGroup loop) {
    loop.shutdownGracefully(0, CLOSE_MILLIS, TimeUnit.MILLISECONDS)
        .awaitUninterruptibly(CLOSE_MILLIS);
  }
}
