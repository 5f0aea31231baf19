package dev.stageproof.probes.google;

import io.grpc.Attributes;
import io.grpc.ClientStreamTracer;
import io.grpc.Metadata;

/**
 * Notices whether one call got as far as an open connection: that is what tells an endpoint that
 * can't be reached from one that is slow.
 */
final class Connection extends ClientStreamTracer.Factory {
  private volatile boolean made;

  /** True once the call was put on a connection that is ready. */
  boolean made() {
    return made;
  }

  @Override
  public ClientStreamTracer newClientStreamTracer(
      ClientStreamTracer.StreamInfo info, Metadata headers) {
    return new ClientStreamTracer() {
      @Override
      public void streamCreated(Attributes transport, Metadata sent) {
        made = true;
      }
    };
  }
}
