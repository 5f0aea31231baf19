package dev.stageproof.probes.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.logging.v2.LogEntry;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.TreeMap;

/**
 * The line that became a log entry. Of an object in JSON, Cloud Run keeps the value and not the
 * text: it is written again, with its keys in order.
 */
final class LineText {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Up to here every whole number is exact in Cloud Logging, that keeps doubles. */
  private static final double LARGEST_WHOLE = 1L << 53;

  private LineText() {}

  static String of(LogEntry entry) {
    return switch (entry.getPayloadCase()) {
      case TEXT_PAYLOAD -> entry.getTextPayload();
      case JSON_PAYLOAD -> object(entry.getJsonPayload()).toString();
      case PROTO_PAYLOAD, PAYLOAD_NOT_SET -> "";
    };
  }

  private static ObjectNode object(Struct struct) {
    ObjectNode object = JSON.objectNode();
    new TreeMap<>(struct.getFieldsMap()).forEach((name, value) -> object.set(name, node(value)));
    return object;
  }

  private static JsonNode node(Value value) {
    return switch (value.getKindCase()) {
      case STRING_VALUE -> JSON.textNode(value.getStringValue());
      case NUMBER_VALUE -> number(value.getNumberValue());
      case BOOL_VALUE -> JSON.booleanNode(value.getBoolValue());
      case STRUCT_VALUE -> object(value.getStructValue());
      case LIST_VALUE -> array(value);
      case NULL_VALUE, KIND_NOT_SET -> JSON.nullNode();
    };
  }

  private static ArrayNode array(Value list) {
    ArrayNode array = JSON.arrayNode();
    list.getListValue().getValuesList().forEach(value -> array.add(node(value)));
    return array;
  }

  private static JsonNode number(double number) {
    boolean whole = Math.rint(number) == number && Math.abs(number) <= LARGEST_WHOLE;
    return whole ? JSON.numberNode((long) number) : JSON.numberNode(number);
  }
}
