package dev.stageproof.sandbox;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;

/**
 * Where an RPC stands in the REST face of its API, by its {@code google.api.http} option.
 *
 * @param verb the HTTP method
 * @param path without query; the body holds the whole request
 */
record RestMethod<Q extends Message, R extends Message>(String verb, String path, Rpc<Q, R> rpc) {

  boolean fits(String askedVerb, String askedPath) {
    return verb.equals(askedVerb) && path.equals(askedPath);
  }

  /**
   * Answers a request.
   *
   * @param body proto3 JSON
   * @throws InvalidProtocolBufferException when it is not the JSON of a request, before anything is
   *     answered
   */
  void serve(String body, RestCaller caller, CallLog calls, FaultGate gate)
      throws InvalidProtocolBufferException {
    rpc.serve(question(body), caller.observer(), calls, gate);
  }

  @SuppressWarnings("unchecked") // a builder builds what it was made from
  private Q question(String body) throws InvalidProtocolBufferException {
    Message.Builder question = rpc.request().newBuilderForType();
    JsonFormat.parser().merge(body, question);
    return (Q) question.build();
  }
}
