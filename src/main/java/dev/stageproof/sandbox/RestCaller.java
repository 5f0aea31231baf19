package dev.stageproof.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.cloud.audit.AuditLog;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import com.sun.net.httpserver.HttpExchange;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Whoever waits for an answer in JSON. An error has the form of google.rpc.Status in JSON, see
 * https://cloud.google.com/apis/design/errors#http_mapping.
 */
record RestCaller(HttpExchange exchange) {
  private static final int OK = 200;

  /** Knows what the sandbox packs into entries. */
  private static final JsonFormat.Printer PRINTER =
      JsonFormat.printer()
          .usingTypeRegistry(
              JsonFormat.TypeRegistry.newBuilder().add(AuditLog.getDescriptor()).build());

  /** Takes the one answer of a unary RPC; without any call the exchange stays open. */
  <R extends Message> StreamObserver<R> observer() {
    return new StreamObserver<>() {
      @Override
      public void onNext(R answer) {
        try {
          send(OK, PRINTER.print(answer));
        } catch (InvalidProtocolBufferException e) {
          refuse(Status.INTERNAL.withDescription(e.getMessage()));
        }
      }

      @Override
      public void onError(Throwable problem) {
        refuse(Status.fromThrowable(problem));
      }

      @Override
      public void onCompleted() {
        // The answer has been sent whole already.
      }
    };
  }

  void answer(JsonNode json) {
    send(OK, json.toPrettyString());
  }

  void refuse(Status status) {
    int code = HttpStatus.of(status.getCode());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer
        .putObject("error")
        .put("code", code)
        .put("message", status.getDescription())
        .put("status", status.getCode().name());
    send(code, answer.toPrettyString());
  }

  private void send(int code, String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
      exchange.sendResponseHeaders(code, body.length);
      exchange.getResponseBody().write(body);
    } catch (IOException e) {
      // The caller has hung up, and nobody is left to be told.
    }
  }
}
