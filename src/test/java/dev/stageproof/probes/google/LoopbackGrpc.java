package dev.stageproof.probes.google;

import com.google.protobuf.Message;
import dev.stageproof.spi.Endpoint;
import dev.stageproof.spi.ProbeSettings;
import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCalls;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A real gRPC server on loopback, in plaintext, whose answers a test gives as functions. */
public final class LoopbackGrpc implements AutoCloseable {
  private final Server server;

  /** Answers one request; throws a StatusRuntimeException to fail the call. */
  @FunctionalInterface
  public interface Answer<Q, A> {
    A to(Q request) throws Exception;
  }

  public LoopbackGrpc(ServerServiceDefinition... services) {
    try {
      server =
          Grpc.newServerBuilderForPort(0, InsecureServerCredentials.create())
              .addServices(List.copyOf(Arrays.asList(services)))
              .build()
              .start();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A service of one unary method, described by hand: the generated stubs are not resolvable. */
  public static <Q extends Message, A extends Message> ServerServiceDefinition unary(
      String service, String method, Q request, A response, Answer<Q, A> answer) {
    MethodDescriptor<Q, A> descriptor =
        MethodDescriptor.<Q, A>newBuilder()
            .setType(MethodDescriptor.MethodType.UNARY)
            .setFullMethodName(MethodDescriptor.generateFullMethodName(service, method))
            .setRequestMarshaller(ProtoUtils.marshaller(request))
            .setResponseMarshaller(ProtoUtils.marshaller(response))
            .build();
    return ServerServiceDefinition.builder(service)
        .addMethod(
            descriptor,
            ServerCalls.<Q, A>asyncUnaryCall(
                (question, observer) -> {
                  try {
                    observer.onNext(answer.to(question));
                    observer.onCompleted();
                  } catch (Exception e) {
                    observer.onError(e);
                  }
                }))
        .build();
  }

  /** Services of one name as one: a server knows each name once. */
  public static ServerServiceDefinition together(
      ServerServiceDefinition one, ServerServiceDefinition other) {
    ServerServiceDefinition.Builder both =
        ServerServiceDefinition.builder(one.getServiceDescriptor().getName());
    one.getMethods().forEach(both::addMethod);
    other.getMethods().forEach(both::addMethod);
    return both.build();
  }

  /** Settings under which both APIs are served here. */
  public ProbeSettings settings() {
    return settings(server.getPort());
  }

  public int port() {
    return server.getPort();
  }

  /** Settings under which both APIs are served at a port of loopback, in plaintext. */
  public static ProbeSettings settings(int port) {
    Optional<Endpoint> here = Optional.of(new Endpoint("127.0.0.1", port, true));
    return ProbeSettings.at(new ProbeSettings.Endpoints(here, here));
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
