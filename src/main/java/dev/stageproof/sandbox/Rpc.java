package dev.stageproof.sandbox;

import com.google.protobuf.Message;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.function.Function;

/**
 * A unary method that the sandbox serves. Descriptors are made by hand, because the artifacts with
 * the generated service stubs are not among the project's libraries.
 *
 * @param service the full name of the proto service
 * @param permission what the caller would need, for refusals
 * @param resource what a request is about, for refusals
 * @param detail what the call log says of a request
 * @param answer throws StatusRuntimeException to refuse
 */
record Rpc<Q extends Message, R extends Message>(
    Api api,
    String service,
    String method,
    Q request,
    R response,
    String permission,
    Function<Q, String> resource,
    Function<Q, String> detail,
    Function<Q, R> answer) {

  /** One of the Cloud Run Admin API, whose calls are logged by the resource that they are about. */
  static <Q extends Message, R extends Message> Rpc<Q, R> run(
      String service,
      String method,
      Q request,
      R response,
      String permission,
      Function<Q, String> resource,
      Function<Q, R> answer) {
    return new Rpc<>(
        Api.RUN, service, method, request, response, permission, resource, resource, answer);
  }

  MethodDescriptor<Q, R> descriptor() {
    return MethodDescriptor.<Q, R>newBuilder()
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(MethodDescriptor.generateFullMethodName(service, method))
        .setRequestMarshaller(ProtoUtils.marshaller(request))
        .setResponseMarshaller(ProtoUtils.marshaller(response))
        .build();
  }

  /** Records the call, then answers it, refuses it, or leaves it open. */
  void serve(Q question, StreamObserver<R> caller, CallLog calls, FaultGate gate) {
    calls.add(api, method, detail.apply(question));
    Optional<Fault> fault = gate.next(api, permission);
    if (fault.isPresent()) {
      refuse(fault.get(), question, caller);
      return;
    }
    try {
      caller.onNext(answer.apply(question));
      caller.onCompleted();
    } catch (StatusRuntimeException e) {
      caller.onError(e);
    }
  }

  private void refuse(Fault fault, Q question, StreamObserver<R> caller) {
    if (fault.status().isEmpty()) {
      return;
    }
    Status.Code code = fault.status().get();
    String usual = Refusal.usual(code, permission, resource.apply(question));
    caller.onError(fault.refusal(usual).asRuntimeException());
  }
}
