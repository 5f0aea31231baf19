package dev.stageproof.sandbox;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.grpc.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * A Google API as JSON over HTTP, for programs that don't speak gRPC, such as gcloud. The RPCs
 * behind it are those of {@link GrpcServer}, and so are faults and call log.
 */
final class RestFace implements HttpHandler {
  /** A filter has 20,000 characters at most; ten times that is no question any more. */
  private static final int MOST_BYTES = 1 << 18;

  private final List<RestMethod<?, ?>> methods;
  private final CallLog calls;
  private final FaultGate gate;

  RestFace(List<RestMethod<?, ?>> methods, CallLog calls, FaultGate gate) {
    this.methods = List.copyOf(methods);
    this.calls = calls;
    this.gate = gate;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    RestCaller caller = new RestCaller(exchange);
    byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    Optional<RestMethod<?, ?>> method = method(exchange);
    if (method.isEmpty()) {
      caller.refuse(Status.NOT_FOUND.withDescription("Method not found."));
    } else if (body.length > MOST_BYTES) {
      caller.refuse(
          Status.INVALID_ARGUMENT.withDescription(
              "Request payload size exceeds the limit: " + MOST_BYTES + " bytes."));
    } else {
      serve(method.get(), new String(body, StandardCharsets.UTF_8), caller);
    }
  }

  private Optional<RestMethod<?, ?>> method(HttpExchange exchange) {
    String verb = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    return methods.stream().filter(each -> each.fits(verb, path)).findFirst();
  }

  private void serve(RestMethod<?, ?> method, String body, RestCaller caller) {
    try {
      method.serve(body, caller, calls, gate);
    } catch (InvalidProtocolBufferException e) {
      caller.refuse(
          Status.INVALID_ARGUMENT.withDescription(
              "Invalid JSON payload received. " + e.getMessage()));
    }
  }
}
