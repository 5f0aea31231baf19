package dev.stageproof.probes.logging;

import com.google.cloud.audit.AuditLog;
import com.google.logging.type.HttpRequest;
import com.google.logging.v2.LogEntry;
import com.google.protobuf.Any;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageOrBuilder;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import java.util.stream.Stream;

/** The text of a log entry: what a reader of the log would see in its line. */
final class EntryText {

  /** Audit entries about a revision stand in its log as well. */
  private static final JsonFormat.Printer JSON =
      JsonFormat.printer()
          .omittingInsignificantWhitespace()
          .usingTypeRegistry(
              JsonFormat.TypeRegistry.newBuilder().add(AuditLog.getDescriptor()).build());

  private EntryText() {}

  static String of(LogEntry entry) {
    return switch (entry.getPayloadCase()) {
      case TEXT_PAYLOAD -> entry.getTextPayload();
      case JSON_PAYLOAD -> message(entry.getJsonPayload());
      case PROTO_PAYLOAD -> proto(entry.getProtoPayload());
      case PAYLOAD_NOT_SET -> entry.hasHttpRequest() ? request(entry.getHttpRequest()) : "";
    };
  }

  /** Cloud Run takes the field "message" of a JSON line for its display text. */
  private static String message(Struct payload) {
    Value message = payload.getFieldsOrDefault("message", Value.getDefaultInstance());
    return texts(message)
        .reduce((one, other) -> one + "\n" + other)
        .orElseGet(() -> json(payload, ""));
  }

  /** Those of an array as well, as the query language sees them: it looks at each element. */
  private static Stream<String> texts(Value message) {
    return switch (message.getKindCase()) {
      case STRING_VALUE -> Stream.of(message.getStringValue());
      case LIST_VALUE -> message.getListValue().getValuesList().stream().flatMap(EntryText::texts);
      default -> Stream.of();
    };
  }

  private static String proto(Any payload) {
    return json(payload, payload.getTypeUrl());
  }

  /** The message's JSON; {@code otherwise} for a type that we have no description of. */
  private static String json(MessageOrBuilder message, String otherwise) {
    try {
      return JSON.print(message);
    } catch (InvalidProtocolBufferException e) {
      return otherwise;
    }
  }

  private static String request(HttpRequest request) {
    return request.getRequestMethod() + " " + request.getRequestUrl() + " " + request.getStatus();
  }
}
