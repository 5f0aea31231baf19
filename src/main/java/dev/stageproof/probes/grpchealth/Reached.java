package dev.stageproof.probes.grpchealth;

import io.grpc.Attributes;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ClientStreamTracer;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;

/** Notices how far one call got; what gRPC's own status does not tell. */
final class Reached extends ClientStreamTracer.Factory implements ClientInterceptor {
  private volatile boolean connected;
  private volatile boolean answered;

  /** True once the call was put on a connection that is ready. */
  boolean connected() {
    return connected;
  }

  /** True once the server has ended the call with a gRPC status of its own. */
  boolean answered() {
    return answered;
  }

  /** Watches the call. */
  @Override
  public <Q, A> ClientCall<Q, A> interceptCall(
      MethodDescriptor<Q, A> method, CallOptions options, Channel next) {
    return next.newCall(method, options.withStreamTracerFactory(this));
  }

  @Override
  public ClientStreamTracer newClientStreamTracer(
      ClientStreamTracer.StreamInfo info, Metadata headers) {
    return new ClientStreamTracer() {
      @Override
      public void streamCreated(Attributes transport, Metadata sent) {
        connected = true;
      }

      @Override
      public void inboundTrailers(Metadata trailers) {
        answered = true;
      }
    };
  }
}
